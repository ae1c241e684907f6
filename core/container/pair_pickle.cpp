#include "core/container/pair_pickle.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <variant>

namespace facespace {
namespace {

/// Python's Lib/pickletools.py describes them.
enum Opcode : std::uint8_t {
    kMark = '(',
    kStop = '.',
    kBinGet = 'h',
    kLongBinGet = 'j',
    kBinPut = 'q',
    kLongBinPut = 'r',
    kMemoize = 0x94,
    kProtocol = 0x80,
    kFrame = 0x95,
    kEmptyList = ']',
    kAppend = 'a',
    kAppends = 'e',
    kEmptyTuple = ')',
    kTuple = 't',
    kTuple2 = 0x86,
    kNewTrue = 0x88,
    kNewFalse = 0x89,
    kBinInt1 = 'K',
    kBinString = 'T',
    kShortBinString = 'U',
    kBinBytes = 'B',
    kShortBinBytes = 'C',
    kBinBytes8 = 0x8e,
};

/// A million images, and a truth value for each two of them, are more than any such set has.
constexpr std::size_t kMostItems = 4'000'000;
constexpr std::size_t kItemsPerReport = 4096;

struct Bytes {
    FilePart part;
};
struct Truth {
    bool value = false;
};
/// By number, so that what is put into the memo and then filled is one list.
struct List {
    std::size_t number = 0;
};
struct Pair {
    std::size_t first = 0, second = 0;  // lists
};
struct Mark {};
using Item = std::variant<Bytes, Truth, List, Pair, Mark>;

class PickleReader {
  public:
    PickleReader(const PositionedFile& file, const JobContext& job) : file_(file), job_(job), cursor_(file) {}

    Result<PairPickle> read() {
        for (std::size_t steps = 0;; ++steps) {
            if (steps % kItemsPerReport == 0) {
                if (job_.cancelled()) return cancelled();
                job_.progress(say("listing images"), static_cast<std::int64_t>(items_ / 2), 0);
            }
            const std::uint64_t at = cursor_.at();
            std::uint8_t opcode = 0;
            if (!cursor_.take({&opcode, 1})) return refused(say("it is cut short"));
            if (steps == 0 && opcode != kProtocol) return refused(say("it does not begin as a pickle does"));
            if (opcode == kStop) return result();
            if (opcode == kProtocol ? steps != 0 : items_ + memo_.size() > kMostItems)
                return refused(say("it has too much"));
            if (!step(opcode))
                return refused(say("at byte {} is what no such set holds (0x{:02x}), and nothing in it is executed", at,
                                   static_cast<unsigned>(opcode)));
        }
    }

  private:
    tl::unexpected<Error> refused(Text why) const {
        return fail(ErrorCode::kFormat, say("“{}” is not a verification set (.bin): {}.", file_.name(), std::move(why)));
    }

    std::optional<std::uint64_t> number(int bytes) {
        std::array<std::uint8_t, 8> raw{};
        if (!cursor_.take(std::span(raw).first(static_cast<std::size_t>(bytes)))) return {};
        std::uint64_t value = 0;
        for (int i = bytes; i-- > 0;) value = value << 8U | raw[static_cast<std::size_t>(i)];
        return value;
    }

    bool step(std::uint8_t opcode) {
        switch (opcode) {
            case kProtocol: {
                const auto protocol = number(1);
                return protocol && *protocol >= 2 && *protocol <= 5;
            }
            case kFrame:
                return number(8).has_value();
            case kMark:
                return push(Mark{});
            case kEmptyList:
                lists_.emplace_back();
                return push(List{lists_.size() - 1});
            case kEmptyTuple:
                return false;
            case kNewTrue:
            case kNewFalse:
                return push(Truth{opcode == kNewTrue});
            case kBinInt1: {
                const auto value = number(1);
                return value && *value <= 1 && push(Truth{*value == 1});
            }
            case kAppend:
            case kAppends:
                return append(opcode == kAppends);
            case kTuple:
            case kTuple2:
                return pair(opcode == kTuple);
            default:
                return stepMemo(opcode) || stepBytes(opcode);
        }
    }

    bool stepBytes(std::uint8_t opcode) {
        const int lengthBytes = opcode == kShortBinString || opcode == kShortBinBytes ? 1
                                : opcode == kBinString || opcode == kBinBytes         ? 4
                                : opcode == kBinBytes8                                ? 8
                                                                                      : 0;
        const auto length = lengthBytes > 0 ? number(lengthBytes) : std::nullopt;
        if (!length) return false;
        const FilePart part{cursor_.at(), *length};
        return cursor_.skip(*length) && push(Bytes{part});
    }

    bool stepMemo(std::uint8_t opcode) {
        const bool isLong = opcode == kLongBinPut || opcode == kLongBinGet;
        if (opcode == kMemoize) return remember(memo_.size());
        if (opcode == kBinPut || opcode == kLongBinPut) {
            const auto place = number(isLong ? 4 : 1);
            return place && remember(*place);
        }
        if (opcode != kBinGet && opcode != kLongBinGet) return false;
        const auto place = number(isLong ? 4 : 1);
        const auto known = place ? memo_.find(*place) : memo_.end();
        return known != memo_.end() && push(known->second);
    }

    bool remember(std::uint64_t place) {
        if (stack_.empty() || std::holds_alternative<Mark>(stack_.back())) return false;
        memo_.insert_or_assign(place, stack_.back());
        return true;
    }

    bool push(Item item) {
        stack_.push_back(item);
        ++items_;
        return true;
    }

    /// Where what lies above the last mark begins.
    std::optional<std::size_t> lastMark() const {
        for (std::size_t i = stack_.size(); i-- > 0;)
            if (std::holds_alternative<Mark>(stack_[i])) return i;
        return {};
    }

    bool append(bool toMark) {
        const auto mark = toMark ? lastMark() : std::optional(stack_.size() < 2 ? 0 : stack_.size() - 1);
        if (!mark || *mark == 0) return false;
        const List* list = std::get_if<List>(&stack_[*mark - 1]);
        if (list == nullptr) return false;
        auto& items = lists_[list->number];
        for (std::size_t i = *mark + (toMark ? 1 : 0); i < stack_.size(); ++i) items.push_back(stack_[i]);
        stack_.resize(*mark);
        return true;
    }

    bool pair(bool toMark) {
        const auto mark = toMark ? lastMark() : std::optional<std::size_t>();
        if (toMark && !mark) return false;
        const std::size_t begin = toMark ? *mark + 1 : stack_.size() - std::min<std::size_t>(2, stack_.size());
        if (stack_.size() - begin != 2) return false;
        const List* first = std::get_if<List>(&stack_[begin]);
        const List* second = std::get_if<List>(&stack_[begin + 1]);
        if (first == nullptr || second == nullptr) return false;
        const Pair made{first->number, second->number};
        stack_.resize(toMark ? *mark : begin);
        return push(made);
    }

    /// The two lists of what is left: a tuple, or a list of two.
    std::optional<Pair> whole() const {
        if (stack_.size() != 1) return {};
        if (const Pair* made = std::get_if<Pair>(&stack_.front())) return *made;
        const List* list = std::get_if<List>(&stack_.front());
        if (list == nullptr || lists_[list->number].size() != 2) return {};
        const List* first = std::get_if<List>(&lists_[list->number][0]);
        const List* second = std::get_if<List>(&lists_[list->number][1]);
        if (first == nullptr || second == nullptr) return {};
        return Pair{first->number, second->number};
    }

    Result<PairPickle> result() const {
        const auto both = whole();
        if (!both) return refused(say("it does not hold a list of images and a list of truth values"));
        if (cursor_.left() > 0) return refused(say("there is more behind its end"));
        PairPickle set;
        for (const Item& item : lists_[both->first]) {
            const Bytes* image = std::get_if<Bytes>(&item);
            if (image == nullptr) return refused(say("its first list holds something else than images"));
            set.images.push_back(image->part);
        }
        for (const Item& item : lists_[both->second]) {
            const Truth* same = std::get_if<Truth>(&item);
            if (same == nullptr) return refused(say("its second list holds something else than truth values"));
            set.same.push_back(same->value ? 1 : 0);
        }
        if (set.images.empty() || set.images.size() != 2 * set.same.size())
            return refused(
                say("it has {} images and {} truth values, not one for each two", set.images.size(), set.same.size()));
        return set;
    }

    const PositionedFile& file_;
    const JobContext& job_;
    FileCursor cursor_;
    std::vector<Item> stack_;
    std::vector<std::vector<Item>> lists_;
    std::unordered_map<std::uint64_t, Item> memo_;
    std::size_t items_ = 0;
};

}  // namespace

Result<PairPickle> readPairPickle(const PositionedFile& file, const JobContext& job) {
    return PickleReader(file, job).read();
}

}  // namespace facespace
