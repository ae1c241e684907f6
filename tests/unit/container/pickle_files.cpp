#include "tests/unit/container/pickle_files.h"

#include <algorithm>

namespace facespace::test {
namespace {

constexpr std::size_t kBatch = 1000;  // of Python's picklers

class Pickler {
  public:
    explicit Pickler(int protocol) : protocol_(protocol) {
        byte(0x80);
        byte(protocol);
    }
    void memoize() {
        if (protocol_ >= 4) return byte(0x94);
        byte(memo_ < 256 ? 'q' : 'r');
        append(bytes, memo_, memo_ < 256 ? 1 : 4);
        ++memo_;
    }
    void image(const Bytes& image) {
        const bool isShort = image.size() < 256;
        if (protocol_ == 2)
            byte(isShort ? 'U' : 'T');
        else
            byte(isShort ? 'C' : 'B');
        append(bytes, image.size(), isShort ? 1 : 4);
        bytes.insert(bytes.end(), image.begin(), image.end());
        memoize();
    }
    template <class Item>
    void list(std::size_t count, const Item& item) {
        byte(']');
        memoize();
        for (std::size_t i = 0; i < count; i += kBatch) {
            const std::size_t end = std::min(count, i + kBatch);
            if (end - i > 1) byte('(');
            for (std::size_t k = i; k < end; ++k) item(k);
            byte(end - i > 1 ? 'e' : 'a');
        }
    }
    void byte(int value) { bytes.push_back(static_cast<std::uint8_t>(value)); }
    Bytes bytes;

  private:
    int protocol_;
    std::uint64_t memo_ = 0;
};

/// Protocol 4 puts all that is not long into frames.
Bytes framed(Bytes bytes) {
    Bytes frame;
    append(frame, 0x95, 1);
    append(frame, bytes.size() - 2, 8);
    bytes.insert(bytes.begin() + 2, frame.begin(), frame.end());
    return bytes;
}

Bytes whole(const std::vector<Bytes>& images, const std::vector<bool>& same, int protocol, bool repeat) {
    Pickler pickler(protocol);
    pickler.list(images.size(), [&](std::size_t i) {
        if (repeat && i + 1 == images.size()) {
            pickler.byte('h');
            pickler.byte(1);
        } else {
            pickler.image(images[i]);
        }
    });
    pickler.list(same.size(), [&](std::size_t i) { pickler.byte(same[i] ? 0x88 : 0x89); });
    pickler.byte(0x86);
    pickler.memoize();
    pickler.byte('.');
    return protocol >= 4 ? framed(pickler.bytes) : pickler.bytes;
}

}  // namespace

Bytes pickled(const std::vector<Bytes>& images, const std::vector<bool>& same, int protocol) {
    return whole(images, same, protocol, false);
}

Bytes pickledWithRepeat(const std::vector<Bytes>& images, const std::vector<bool>& same) {
    return whole(images, same, 4, true);
}

}  // namespace facespace::test
