# SPDX-License-Identifier: AGPL-3.0-or-later
# cmake -DFILES=a.json,b.json -DOUTPUT=x.cpp -P embed_descriptions.cmake: writes the files into one source as raw strings.
string(REPLACE "," ";" files "${FILES}")
set(source "// Generated from resources/rules. Do not edit.\n#include \"core/rules/catalogue/descriptions.hpp\"\n\n")
string(APPEND source "namespace agentarmy::catalogue {\nstd::vector<std::string_view> shippedDescriptions()\n{\n    return {\n")
foreach(path IN LISTS files)
    file(READ "${path}" content)
    string(APPEND source "R\"~~~(${content})~~~\",\n")
endforeach()
string(APPEND source "    };\n}\n}\n")
file(WRITE "${OUTPUT}" "${source}")
