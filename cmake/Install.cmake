# SPDX-License-Identifier: AGPL-3.0-or-later
# What `cmake --install` puts where. Programs install themselves beside their targets; what they read of resources/ is
# built into them, but for the sample, which is files to be imported.
include(GNUInstallDirs)
set(CMAKE_INSTALL_DOCDIR "${CMAKE_INSTALL_DATAROOTDIR}/doc/agentarmy")
install(DIRECTORY resources/sample DESTINATION "${CMAKE_INSTALL_DATADIR}/agentarmy" PATTERN README.md EXCLUDE)
install(FILES LICENSE README.md CHANGELOG.md docs/user-guide.md docs/command-line.md docs/file-formats.md docs/quality.md
    DESTINATION "${CMAKE_INSTALL_DOCDIR}")
