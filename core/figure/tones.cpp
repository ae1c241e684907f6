#include "core/figure/tones.h"

#include <array>

namespace facespace::figure {

Rgb toneColour(Tone tone, bool dark) {
    switch (tone) {
        case Tone::kText:
            return dark ? Rgb{232, 234, 236} : Rgb{30, 30, 30};
        case Tone::kMuted:
            return dark ? Rgb{0x7d, 0x86, 0x90} : Rgb{0x9a, 0xa1, 0xa9};
        case Tone::kAccent:
            return dark ? Rgb{0x5a, 0xa9, 0xe6} : Rgb{0x00, 0x72, 0xb2};
        case Tone::kSeries2:
        case Tone::kSelected:
            return dark ? Rgb{0xf0, 0x8a, 0x3c} : Rgb{0xd5, 0x5e, 0x00};
        case Tone::kSeries3:
            return dark ? Rgb{0x2f, 0xc2, 0x98} : Rgb{0x00, 0x9e, 0x73};
        case Tone::kSeries4:
            return dark ? Rgb{0xe0, 0x98, 0xc4} : Rgb{0xb9, 0x5a, 0x93};
        case Tone::kSeries5:
            return dark ? Rgb{0x8f, 0xd0, 0xf5} : Rgb{0x3d, 0x9c, 0xd6};
        case Tone::kAlert:
            return dark ? Rgb{0xf2, 0x6d, 0x6d} : Rgb{0xb8, 0x1f, 0x2f};
    }
    return {};
}

Tone seriesTone(std::size_t series) {
    constexpr std::array kTones{Tone::kAccent, Tone::kSeries2, Tone::kSeries3, Tone::kSeries4, Tone::kSeries5};
    return kTones[series % kTones.size()];
}

}  // namespace facespace::figure
