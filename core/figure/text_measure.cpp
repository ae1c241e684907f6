#include "core/figure/text_measure.h"

#include <cmath>
#include <vector>

#include "core/figure/drawing.h"
#include "core/figure/pango_layout.h"

namespace facespace::figure {
namespace {

struct OptionsDeleter {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

std::unique_ptr<PangoContext, GObjectDeleter> makeContext() {
    // The font map is one per thread and kept by Pango.
    std::unique_ptr<PangoContext, GObjectDeleter> context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    const std::unique_ptr<cairo_font_options_t, OptionsDeleter> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

/// Starts of the characters of UTF-8 text, and its end.
std::vector<std::size_t> characterStarts(const std::string& text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
    }
    starts.push_back(text.size());
    return starts;
}

}  // namespace

LayoutPtr makeLayout(cairo_t* cairo, const std::string& family, const std::string& text, double size, bool bold,
                     bool italic) {
    const auto context = makeContext();
    if (cairo != nullptr) pango_cairo_update_context(cairo, context.get());
    LayoutPtr layout(pango_layout_new(context.get()));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, family.empty() ? kDefaultFonts : family.c_str());
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
}

double layoutWidth(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

double layoutBaseline(PangoLayout* layout) { return static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE; }

TextMeasure::TextMeasure(std::string family) : family_(std::move(family)) {}

double TextMeasure::width(const std::string& text, double size, bool bold) const {
    if (text.empty()) return 0;
    return layoutWidth(makeLayout(nullptr, family_, text, size, bold, false).get());
}

std::string TextMeasure::elided(const std::string& text, double size, double most, Cut where) const {
    if (width(text, size) <= most) return text;
    const auto starts = characterStarts(text);
    std::size_t low = 0, high = starts.size() - 1;
    const auto cut = [&](std::size_t kept) {
        if (where == Cut::kEnd) return text.substr(0, starts[kept]) + "…";
        const std::size_t before = (kept + 1) / 2, after = starts.size() - 1 - kept / 2;
        return text.substr(0, starts[before]) + "…" + text.substr(starts[after]);
    };
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        (width(cut(middle), size) <= most ? low : high) = middle;
    }
    return cut(low);
}

std::vector<std::string> TextMeasure::wrapped(const std::string& text, double size, double most, std::size_t lines) const {
    std::vector<std::string> broken;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, space - at);
        at = space + 1;
        const std::string longer = broken.empty() ? word : broken.back() + " " + word;
        if (!broken.empty() && (broken.size() == lines || width(longer, size) <= most)) {
            broken.back() = longer;
        } else {
            broken.push_back(word);
        }
    }
    for (std::string& line : broken) line = elided(line, size, most);
    return broken;
}

}  // namespace facespace::figure
