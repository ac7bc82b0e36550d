# SPDX-License-Identifier: AGPL-3.0-or-later
# Run by cpack between installing and packing: makes of the installed tree what Debian wants of a package.
# Times are those of SOURCE_DATE_EPOCH, so that the same sources give the same package.

set(tree "${CPACK_TEMPORARY_DIRECTORY}")
set(share "${tree}/usr/share")
set(doc "${share}/doc/${CPACK_PACKAGE_NAME}")
if(NOT IS_DIRECTORY "${share}")
    message(FATAL_ERROR "nothing was installed in ${tree}")
endif()
if(NOT CPACK_DEBIAN_PACKAGE_MAINTAINER MATCHES "^[^<>]+ <[^<> ]+@[^<> ]+>$")
    message(FATAL_ERROR "AGENTARMY_MAINTAINER is '${CPACK_DEBIAN_PACKAGE_MAINTAINER}': it needs the form Name <address>")
endif()

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Programs: no symbols, no notes of the compiler.
file(GLOB programs "${tree}/usr/bin/*")
run(strip --strip-unneeded --remove-section=.comment --remove-section=.note ${programs})

# Icons in the sizes that panels and lists ask for; the drawing stays for all others.
foreach(side 48 128 256)
    set(folder "${share}/icons/hicolor/${side}x${side}/apps")
    file(MAKE_DIRECTORY "${folder}")
    run(rsvg-convert --width ${side} --height ${side} --output "${folder}/agentarmy.png"
        "${share}/icons/hicolor/scalable/apps/agentarmy.svg")
endforeach()

# Debian's zsh looks elsewhere than one that was built by hand.
if(EXISTS "${share}/zsh/site-functions")
    file(RENAME "${share}/zsh/site-functions" "${share}/zsh/vendor-completions")
endif()

# Licences: one file in the form that programs can read, with the texts that Debian does not already hold.
function(indented file result)
    file(READ "${file}" text)
    string(STRIP "${text}" text)
    string(REGEX REPLACE "\n" "\n " text " ${text}")
    string(REGEX REPLACE "\n[ \t]*(\n|$)" "\n .\\1" text "${text}") # every second one of neighbouring empty lines
    string(REGEX REPLACE "\n[ \t]*(\n|$)" "\n .\\1" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()
indented("${CPACK_AGENTARMY_SOURCE}/LICENSE" AGPL)
file(READ "${CPACK_AGENTARMY_SOURCE}/resources/fonts/OFL.txt" ofl)
string(REGEX REPLACE "^.*\n(SIL OPEN FONT LICENSE)" "\\1" ofl "${ofl}") # the notice stands above it
file(WRITE "${tree}.ofl" "${ofl}")
indented("${tree}.ofl" OFL)
file(REMOVE "${tree}.ofl")
configure_file("${CPACK_AGENTARMY_SOURCE}/installers/debian/copyright.in" "${doc}/copyright" @ONLY)
file(REMOVE "${doc}/LICENSE" "${doc}/README.md")

# What changed: the project's own list, and Debian's about the package.
file(RENAME "${doc}/CHANGELOG.md" "${doc}/changelog")
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${doc}/changelog.Debian" "${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Package of the project itself, made from its sources by scripts/package.

 -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${now}
")
file(GLOB pages "${share}/man/man1/*.1")
run(gzip -9n "${doc}/changelog" "${doc}/changelog.Debian" ${pages})
