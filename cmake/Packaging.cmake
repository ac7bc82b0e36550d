# SPDX-License-Identifier: AGPL-3.0-or-later
# The Debian package of the programs. Made by scripts/package, which builds the preset `package`, calls cpack and looks the
# result over; what a package holds beyond `cmake --install` is added by debian_tree.cmake.

set(AGENTARMY_MAINTAINER "" CACHE STRING "Who makes the Debian package: Name <address>")
set(AGENTARMY_HOMEPAGE "" CACHE STRING "Where the program is found on the web; empty: the package names no place")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME agentarmy)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${AGENTARMY_HOMEPAGE}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/cmake/debian_tree.cmake")
set(CPACK_AGENTARMY_SOURCE "${CMAKE_CURRENT_SOURCE_DIR}")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# Sorts before a revision 1, which is for Debian to give.
set(CPACK_DEBIAN_PACKAGE_RELEASE 0agentarmy1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${AGENTARMY_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "sales team-mate that keeps the deal board honest")
set(CPACK_PACKAGE_DESCRIPTION "Agent Army reads the mail, chats and meeting transcripts of your deals, works
out where each deal really stands, and shows it on a board: with the words
that say so, the evidence that is missing, and the next thing worth doing.
It drafts answers that wait for a person, keeps the history of every field,
and takes back every change.

Everything runs on one machine, without a server, an account or a network.
The package holds the desktop program, agentarmy, the command line,
agentarmyctl, and a sample of an invented company to try them on.")

# Linked libraries are found by dpkg-shlibdeps. QML modules are loaded by name while the program runs: QtQuick and its
# window, and for the window that chooses files Qt's own, which draws itself with the modules after it.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qml6-module-qtqml, qml6-module-qtqml-models, qml6-module-qtqml-workerscript, qml6-module-qtquick, qml6-module-qtquick-window, \
qml6-module-qtquick-dialogs, qml6-module-qtquick-controls, qml6-module-qtquick-layouts, qml6-module-qtquick-templates, \
qml6-module-qt-labs-folderlistmodel, tzdata")
# A mail is handed to the system's mail program by xdg-open; sessions under Wayland can also be reached through XWayland.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, xdg-utils")

include(CPack)
