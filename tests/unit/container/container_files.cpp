#include "tests/unit/container/container_files.h"

#include <algorithm>
#include <bit>
#include <fstream>

namespace facespace::test {
namespace {

constexpr std::uint32_t kMagic = 0xced7230a;

void appendPart(Bytes& to, std::uint32_t kind, const Bytes& part) {
    append(to, kMagic, 4);
    append(to, kind << 29U | static_cast<std::uint32_t>(part.size()), 4);
    to.insert(to.end(), part.begin(), part.end());
    to.resize((to.size() + 3) / 4 * 4);
}

/// dmlc-core's RecordIOWriter: cut at each multiple of 4 where the magic number is, which is left out.
std::vector<Bytes> partsOf(const Bytes& record) {
    std::vector<Bytes> parts(1);
    for (std::size_t at = 0; at < record.size();) {
        const std::size_t count = std::min<std::size_t>(4, record.size() - at);
        std::uint32_t word = 0;
        for (std::size_t i = 0; i < count; ++i) word |= std::uint32_t{record[at + i]} << 8U * i;
        if (count == 4 && word == kMagic)
            parts.emplace_back();
        else
            parts.back().insert(parts.back().end(), record.begin() + static_cast<std::ptrdiff_t>(at),
                                record.begin() + static_cast<std::ptrdiff_t>(at + count));
        at += count;
    }
    return parts;
}

}  // namespace

Bytes ppm(int width, int height, std::uint8_t value) {
    const std::string head = "P6 " + std::to_string(width) + " " + std::to_string(height) + " 255\n";
    Bytes bytes(head.begin(), head.end());
    bytes.insert(bytes.end(), static_cast<std::size_t>(3 * width * height), value);
    return bytes;
}

void append(Bytes& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

Bytes labelled(const std::vector<float>& labels, std::uint64_t id, const Bytes& image) {
    Bytes record;
    append(record, labels.size() == 1 ? 0 : labels.size(), 4);
    append(record, labels.size() == 1 ? std::bit_cast<std::uint32_t>(labels[0]) : 0, 4);
    append(record, id, 8);
    append(record, 0, 8);
    if (labels.size() > 1)
        for (const float label : labels) append(record, std::bit_cast<std::uint32_t>(label), 4);
    record.insert(record.end(), image.begin(), image.end());
    return record;
}

void RecordWriter::add(std::uint64_t key, const Bytes& record) {
    index_ += std::to_string(key) + '\t' + std::to_string(bytes_.size()) + '\n';
    const auto parts = partsOf(record);
    for (std::size_t i = 0; i < parts.size(); ++i)
        appendPart(bytes_, parts.size() == 1 ? 0 : i == 0 ? 1 : i + 1 < parts.size() ? 2 : 3, parts[i]);
}

std::filesystem::path RecordWriter::write(const std::filesystem::path& folder, const std::string& name, bool index) const {
    writeBytes(folder / (name + ".rec"), bytes_);
    if (index) writeText(folder / (name + ".idx"), index_);
    return folder / (name + ".rec");
}

RecordWriter insightFaceSet(int identities, int perIdentity, const std::vector<float>& moreLabels) {
    RecordWriter writer;
    const int images = identities * perIdentity;
    for (int i = 0; i < images; ++i) {
        std::vector<float> labels{static_cast<float>(i / perIdentity)};
        labels.insert(labels.end(), moreLabels.begin(), moreLabels.end());
        writer.add(static_cast<std::uint64_t>(i + 1),
                   labelled(labels, static_cast<std::uint64_t>(i + 1), ppm(8, 8, static_cast<std::uint8_t>(i))));
    }
    for (int i = 0; i < identities; ++i) {
        const auto first = static_cast<float>(1 + i * perIdentity);
        const auto key = static_cast<std::uint64_t>(images + 1 + i);
        writer.add(key, labelled({first, first + static_cast<float>(perIdentity)}, key, {}));
    }
    writer.add(0, labelled({static_cast<float>(images + 1), static_cast<float>(images + 1 + identities)}, 0, {}));
    return writer;
}

void writeBytes(const std::filesystem::path& file, const Bytes& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void writeText(const std::filesystem::path& file, const std::string& text) {
    writeBytes(file, Bytes(text.begin(), text.end()));
}

}  // namespace facespace::test
