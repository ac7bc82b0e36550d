// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/engine/import/readers/amount.hpp"
#include "core/engine/import/readers/column_mapping.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/engine/import/readers/date_column.hpp"
#include "core/engine/import/readers/stage_names.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <sstream>

AGENTARMY_FUZZ_TARGET

using namespace agentarmy::readers;

void fuzz(std::string_view input)
{
    std::istringstream in {std::string(input)};
    auto reader = CsvReader::open(in, {.cellBytes = 1000, .rowBytes = 4000, .columns = 50});
    if (!reader)
        return;
    MappingRequest request {
        .headers = reader->shape().headers, .sample = {}, .fileName = "x.csv", .kind = {}, .corrections = {}};
    std::size_t rows = 0;
    while (const auto row = reader->next()) {
        require(row->cells.size() == request.headers.size());
        require(++rows <= input.size() + 1);
        for (const auto& cell : row->cells)
            require(agentarmy::isValidUtf8(cell));
        if (request.sample.size() < 20)
            request.sample.push_back(row->cells);
    }
    const auto mapping = guessMapping(request);
    require(mapping.has_value());
    for (std::size_t column = 0; column < request.headers.size(); ++column) {
        std::vector<std::string_view> values;
        for (const auto& row : request.sample)
            values.emplace_back(row[column]);
        const auto dates = DateColumn::decide(values, request.headers[column]);
        const auto amounts = AmountColumn::decide(values, "EUR");
        for (const auto value : values) {
            if (dates)
                (void)dates->read(value);
            (void)amounts.read(value, value);
            (void)readShare(value);
            (void)stageFromName(value);
        }
    }
}
