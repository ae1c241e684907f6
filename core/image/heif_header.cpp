// Sizes of HEIC and AVIF images, read from their boxes: libheif sees such files in the decoder's cage alone.
#include <vector>

#include "core/image/heif.h"

namespace facespace {
namespace {

constexpr std::uint64_t kMostBoxes = 65536;

constexpr std::uint64_t boxType(const char (&name)[5]) {
    std::uint64_t type = 0;
    for (int i = 0; i < 4; ++i) type = type << 8 | static_cast<unsigned char>(name[i]);
    return type;
}

/// A box's content, without its size and type.
struct HeifBox {
    std::uint64_t type = 0, begin = 0, end = 0;
};

using Sides = std::pair<std::int64_t, std::int64_t>;

/// ISO 14496-12, 4.2 (boxes), 8.11 (meta, pitm); ISO 23008-12, 6.5 (ispe, irot, clap) and 9.3 (iprp). Whatever does not fit
/// into what is around it ends the reading.
class HeifBoxes {
  public:
    explicit HeifBoxes(ByteSource& source) : fields_(source, true), size_(source.size()) {}

    std::optional<Sides> primarySides() {
        const auto meta = child({0, 0, size_}, boxType("meta"));
        if (!meta || meta->end - meta->begin < 4) return {};
        const HeifBox inside{0, meta->begin + 4, meta->end};  // Behind its version and flags.
        const auto item = primaryItem(inside);
        const auto properties = child(inside, boxType("iprp"));
        if (!item || !properties) return {};
        const auto container = child(*properties, boxType("ipco"));
        if (!container) return {};
        const auto all = children(*container);
        const auto own = propertiesOf(*item, *properties);
        if (!all || !own) return {};
        std::optional<Sides> sides;
        for (const std::uint64_t index : *own)  // Numbered from 1; 0 is none.
            if (index > 0 && index <= all->size() && !apply((*all)[index - 1], sides)) return {};
        return sides;
    }

  private:
    /// Nothing: a box does not fit into the one around it, or there are too many.
    std::optional<std::vector<HeifBox>> children(const HeifBox& parent) {
        std::vector<HeifBox> boxes;
        for (std::uint64_t at = parent.begin; at < parent.end;) {
            const auto size = fields_.number(at, 4), type = fields_.number(at + 4, 4);
            if (!size || !type || ++seen_ > kMostBoxes) return {};
            std::uint64_t header = 8, whole = *size;
            if (*size == 1) {
                const auto large = fields_.number(at + 8, 8);
                if (!large) return {};
                header = 16, whole = *large;
            } else if (*size == 0) {  // To the end.
                whole = parent.end - at;
            }
            if (whole < header || whole > parent.end - at) return {};
            boxes.push_back({*type, at + header, at + whole});
            at += whole;
        }
        return boxes;
    }

    /// The first of that type, though what follows it may be cut short.
    std::optional<HeifBox> child(const HeifBox& parent, std::uint64_t type) {
        for (std::uint64_t at = parent.begin; at < parent.end;) {
            const auto size = fields_.number(at, 4);
            if (!size) return {};
            const std::uint64_t rest = parent.end - at;
            const std::uint64_t whole = *size == 0 ? rest : *size == 1 ? fields_.number(at + 8, 8).value_or(rest) : *size;
            if (whole < 8 || whole > rest) return {};
            const auto box = children({0, at, at + whole});
            if (!box || box->empty()) return {};
            if (box->front().type == type) return box->front();
            at += whole;
        }
        return {};
    }

    std::optional<std::uint64_t> primaryItem(const HeifBox& meta) {
        const auto box = child(meta, boxType("pitm"));
        if (!box) return {};
        const auto version = fields_.number(box->begin, 1);
        if (!version || box->end - box->begin < (*version == 0 ? 6U : 8U)) return {};
        return fields_.number(box->begin + 4, *version == 0 ? 2 : 4);
    }

    /// The numbers of an item's properties, in order (ipma).
    std::optional<std::vector<std::uint64_t>> propertiesOf(std::uint64_t item, const HeifBox& properties) {
        const auto boxes = children(properties);
        if (!boxes) return {};
        for (const HeifBox& box : *boxes) {
            if (box.type != boxType("ipma")) continue;
            const auto version = fields_.number(box.begin, 1), flags = fields_.number(box.begin + 1, 3);
            const auto entries = fields_.number(box.begin + 4, 4);
            if (!version || !flags || !entries) return {};
            const int idBytes = *version == 0 ? 2 : 4, indexBytes = (*flags & 1U) != 0 ? 2 : 1;
            std::uint64_t at = box.begin + 8;
            for (std::uint64_t i = 0; i < *entries && at < box.end; ++i) {
                const auto id = fields_.number(at, idBytes), count = fields_.number(at + static_cast<unsigned>(idBytes), 1);
                if (!id || !count || ++seen_ > kMostBoxes) return {};
                at += static_cast<unsigned>(idBytes) + 1;
                std::vector<std::uint64_t> indices;
                for (std::uint64_t k = 0; k < *count; ++k, at += static_cast<unsigned>(indexBytes)) {
                    const auto index = fields_.number(at, indexBytes);
                    if (!index || at >= box.end) return {};
                    indices.push_back(*index & (indexBytes == 2 ? 0x7FFFU : 0x7FU));  // The first bit: essential.
                }
                if (*id == item) return indices;
            }
        }
        return {};
    }

    /// What a property makes of the sides. False: it is damaged.
    bool apply(const HeifBox& property, std::optional<Sides>& sides) {
        const auto signedAt = [&](std::uint64_t at) {
            return static_cast<std::int64_t>(fields_.number(property.begin + at, 4).value_or(0));
        };
        const std::uint64_t size = property.end - property.begin;
        if (property.type == boxType("ispe")) {
            if (size < 12) return false;
            sides = Sides{signedAt(4), signedAt(8)};
        } else if (property.type == boxType("irot") && sides) {
            const auto turn = fields_.number(property.begin, 1);
            if (!turn || size < 1) return false;
            if ((*turn & 1U) != 0) std::swap(sides->first, sides->second);  // By 90 or 270 degrees.
        } else if (property.type == boxType("clap") && sides) {
            const auto rounded = [&](std::uint64_t at) {
                const std::int64_t over = signedAt(at), under = signedAt(at + 4);
                return under > 0 ? (over + under / 2) / under : 0;
            };
            if (size < 32) return false;
            sides = Sides{rounded(0), rounded(8)};
        }
        return true;
    }

    ByteFields fields_;
    std::uint64_t size_;
    std::uint64_t seen_ = 0;
};

}  // namespace

std::optional<std::pair<std::int64_t, std::int64_t>> heifSize(ByteSource& source) {
    return HeifBoxes(source).primarySides();
}

}  // namespace facespace
