#include "core/figure/svg_writer.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <algorithm>

#include "core/common/markup.h"
#include "core/figure/cairo_painter.h"
#include "core/figure/png_file.h"
#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

/// Thousandths of a point, without a tail of zeros.
std::string number(double v) {
    std::string text = fmt::format("{:.3f}", v);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(Rgb c) { return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b); }

std::string base64(const std::string& bytes) {
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                       reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string fillWords(Rgb colour, double alpha) {
    return fmt::format(" fill=\"{}\"", hex(colour)) + (alpha < 1 ? fmt::format(" fill-opacity=\"{}\"", number(alpha)) : "");
}

std::string strokeWords(const std::optional<Stroke>& stroke) {
    if (!stroke) return {};
    std::string words = fmt::format(" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"", hex(stroke->colour),
                                    number(stroke->width));
    if (stroke->alpha < 1) words += fmt::format(" stroke-opacity=\"{}\"", number(stroke->alpha));
    if (!stroke->dash.empty()) {
        words += " stroke-dasharray=\"";
        for (std::size_t i = 0; i < stroke->dash.size(); ++i)
            words += fmt::format("{}{}", i > 0 ? "," : "", number(stroke->dash[i]));
        words += '"';
    }
    return words;
}

/// CSS wants names with spaces in quotes, but generic families without.
std::string cssFamilies(const std::string& families) {
    std::string css;
    for (std::size_t at = 0; at < families.size();) {
        const std::size_t comma = std::min(families.find(',', at), families.size());
        const std::string name = families.substr(at, comma - at);
        if (!css.empty()) css += ", ";
        css += name.find(' ') == std::string::npos ? name : fmt::format("'{}'", name);
        at = comma + 1;
    }
    return css;
}

/// Every pixel as a square of pixels, so that the image is about as wide as asked.
Image repeated(const Image& image, double width) {
    const int factor = std::clamp(static_cast<int>(width / image.width), 1, 64);
    Image out;
    out.width = image.width * factor;
    out.height = image.height * factor;
    out.pixels.resize(static_cast<std::size_t>(out.height) * out.rowBytes());
    for (int y = 0; y < out.height; ++y) {
        const std::uint8_t* from = image.row(y / factor);
        std::uint8_t* to = out.row(y);
        for (int x = 0; x < out.width; ++x) std::copy_n(from + 3 * (x / factor), 3, to + 3 * x);
    }
    return out;
}

class SvgWriter {
  public:
    SvgWriter(const Drawing& drawing, const DrawOptions& options) : drawing_(drawing), options_(options) {
        dotsAsImage_ = countDots(drawing) > options.mostVectorDots;
    }

    std::string write() {
        out_ = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}mm\" height=\"{1}mm\" viewBox=\"0 0 {2} {3}\" "
            "font-family=\"{4}\">\n",
            number(drawing_.width / kPointsPerMm), number(drawing_.height / kPointsPerMm), number(drawing_.width),
            number(drawing_.height),
            escapedMarkup(cssFamilies(drawing_.fontFamily.empty() ? kDefaultFonts : drawing_.fontFamily)));
        metadata();
        out_ += fmt::format("<rect width=\"{}\" height=\"{}\"{}/>\n", number(drawing_.width), number(drawing_.height),
                            fillWords(drawing_.background, 1));
        for (const Mark& mark : drawing_.marks) {
            std::visit([this](const auto& m) { add(m); }, mark);
        }
        return out_ + "</svg>\n";
    }

  private:
    void metadata() {
        if (!drawing_.title.empty()) out_ += fmt::format("<title>{}</title>\n", escapedMarkup(drawing_.title));
        if (drawing_.provenance.empty()) return;
        out_ += "<metadata>\n";
        for (const auto& [key, value] : drawing_.provenance) out_ += escapedMarkup(key) + ": " + escapedMarkup(value) + "\n";
        out_ += "</metadata>\n";
    }

    void add(const Path& path) {
        std::string d;
        for (const auto& part : path.parts) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                d += fmt::format("{}{} {}", i == 0 ? "M" : i == 1 ? "L" : " ", number(part[i].x), number(part[i].y));
            }
            if (path.closed) d += "Z";
        }
        const std::string fill = path.fill ? fillWords(path.fill->colour, path.fill->alpha) : " fill=\"none\"";
        out_ += fmt::format("<path d=\"{}\"{}{}/>\n", d, fill, strokeWords(path.stroke));
    }

    void add(const Dots& dots) {
        if (dots.centres.empty()) return;
        if (dotsAsImage_ && isManyDots(dots)) return addDotsImage(dots);
        out_ += "<g";
        if (dots.alpha < 1) out_ += fmt::format(" fill-opacity=\"{0}\" stroke-opacity=\"{0}\"", number(dots.alpha));
        if (dots.rimWidth > 0) out_ += fmt::format(" stroke-width=\"{}\"", number(dots.rimWidth));
        out_ += ">\n";
        for (std::size_t i = 0; i < dots.centres.size(); ++i) {
            const Rgb colour = dots.colours[dots.colours.size() == 1 ? 0 : i];
            out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"", number(dots.centres[i].x),
                                number(dots.centres[i].y), number(dots.radius), hex(colour));
            if (dots.rimWidth > 0) out_ += fmt::format(" stroke=\"{}\"", hex(dots.rim.value_or(darker(colour))));
            out_ += "/>\n";
        }
        out_ += "</g>\n";
    }

    void addDotsImage(const Dots& dots) {
        const Rect page{0, 0, drawing_.width, drawing_.height};
        const SurfacePtr surface = surfaceOf(dots, page, options_.dpi);
        if (surface == nullptr) return;
        const double scale = 72 / options_.dpi;
        addImage({0, 0, cairo_image_surface_get_width(surface.get()) * scale,
                  cairo_image_surface_get_height(surface.get()) * scale},
                 surface.get(), true);
    }

    void addImage(const Rect& to, cairo_surface_t* surface, bool smooth) {
        out_ += fmt::format(
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\"{} "
            "xlink:href=\"data:image/png;base64,{}\"/>\n",
            number(to.x), number(to.y), number(to.width), number(to.height),
            smooth ? "" : " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"",
            base64(pngOf(surface, 0, {})));
    }

    void add(const Picture& picture) {
        if (picture.image == nullptr || picture.image->empty()) return;
        // Programs that read SVG smooth what they enlarge: cells that are to keep their edges are enlarged here.
        const Image enlarged = picture.smooth ? Image() : repeated(*picture.image, picture.to.width * options_.dpi / 72);
        const SurfacePtr surface = surfaceOf(picture.smooth ? *picture.image : enlarged);
        if (surface != nullptr) addImage(picture.to, surface.get(), picture.smooth);
        const Rect& r = picture.to;
        if (picture.frame) {
            out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\"{}/>\n", number(r.x),
                                number(r.y), number(r.width), number(r.height), strokeWords(picture.frame));
        }
    }

    void add(const Text& text) {
        constexpr const char* kAnchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
        std::string place;
        if (text.angleDeg == 0) {
            place = fmt::format("x=\"{}\" y=\"{}\"", number(text.at.x), number(text.at.y));
        } else {
            place = fmt::format("transform=\"translate({} {}) rotate({})\"", number(text.at.x), number(text.at.y),
                                number(-text.angleDeg));
        }
        std::string words = fmt::format(" font-size=\"{}\"{}", number(text.size), kAnchors[static_cast<int>(text.align)]);
        if (text.bold) words += " font-weight=\"bold\"";
        if (text.italic) words += " font-style=\"italic\"";
        std::string letters = escapedMarkup(text.text);
        if (!text.raised.empty()) {
            letters += fmt::format("<tspan dy=\"{}\" font-size=\"{}\">{}</tspan>", number(-text.size * kRaisedLift),
                                   number(text.size * kRaisedSize), escapedMarkup(text.raised));
        }
        // The halo is a text of its own: `paint-order` is not known to every program that reads SVG.
        if (text.halo) {
            out_ += fmt::format(
                "<text {}{} fill=\"none\" stroke=\"{}\" stroke-opacity=\"0.85\" stroke-width=\"{}\" "
                "stroke-linejoin=\"round\" aria-hidden=\"true\">{}</text>\n",
                place, words, hex(*text.halo), number(text.size * 0.28), letters);
        }
        out_ += fmt::format("<text {}{}{}>{}</text>\n", place, words, fillWords(text.colour, 1), letters);
    }

    void add(const BeginClip& clip) {
        const int id = ++clips_;
        out_ += fmt::format(
            "<clipPath id=\"clip{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n"
            "<g clip-path=\"url(#clip{})\">\n",
            id, number(clip.to.x), number(clip.to.y), number(clip.to.width), number(clip.to.height), id);
    }
    void add(const EndClip&) { out_ += "</g>\n"; }

    const Drawing& drawing_;
    const DrawOptions& options_;
    bool dotsAsImage_ = false;
    int clips_ = 0;
    std::string out_;
};

}  // namespace

std::string svgOf(const Drawing& drawing, const DrawOptions& options) { return SvgWriter(drawing, options).write(); }

}  // namespace facespace::figure
