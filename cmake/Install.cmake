# SPDX-License-Identifier: AGPL-3.0-or-later
# What `cmake --install` puts where. Programs install themselves beside their targets.
include(GNUInstallDirs)
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/agentarmy
    PATTERN "*.py" EXCLUDE)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
