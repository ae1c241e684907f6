#pragma once
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "core/dataset/image_set.h"

/// The labels of the real test data, read as plainly as it gets (no quoted fields there).
namespace facespace::test {

struct LabelRow {
    std::string path, identity;
    double pan = std::nan(""), tilt = std::nan("");
    std::optional<FaceBox> box;
    std::optional<Landmarks> landmarks;
};

inline std::vector<LabelRow> readLabels(const std::filesystem::path& file) {
    std::vector<LabelRow> rows;
    std::ifstream in(file);
    std::string line;
    std::map<std::string, std::size_t> columns;
    while (std::getline(in, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::vector<std::string> cells;
        std::istringstream parts(line + ",");
        for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
        if (columns.empty()) {
            for (std::size_t i = 0; i < cells.size(); ++i) columns[cells[i]] = i;
            continue;
        }
        const auto text = [&](const std::string& name) {
            const auto it = columns.find(name);
            return it == columns.end() || it->second >= cells.size() ? std::string() : cells[it->second];
        };
        const auto number = [&](const std::string& name) {
            const std::string value = text(name);
            return value.empty() ? std::nan("") : std::strtod(value.c_str(), nullptr);
        };
        const auto real = [&](const std::string& name) { return static_cast<float>(number(name)); };
        LabelRow row;
        row.path = text("path");
        row.identity = text("identity");
        row.pan = number("pan");
        row.tilt = number("tilt");
        if (std::isfinite(number("box_x"))) row.box = FaceBox{real("box_x"), real("box_y"), real("box_w"), real("box_h")};
        if (std::isfinite(number("lm_x1"))) {
            Landmarks points;
            for (std::size_t i = 0; i < 5; ++i)
                points[i] = {real("lm_x" + std::to_string(i + 1)), real("lm_y" + std::to_string(i + 1))};
            row.landmarks = points;
        }
        rows.push_back(row);
    }
    return rows;
}

}  // namespace facespace::test
