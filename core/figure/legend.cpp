#include "core/figure/legend.h"

#include <algorithm>
#include <cmath>

#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr std::size_t kTitleLines = 3;
constexpr double kTitleWidth = 12, kLabelWidth = 18;  ///< At most, of a column, in letter heights.
constexpr std::size_t kBarSteps = 256;

std::shared_ptr<const Image> ramp(const ColourScale& scale, bool upright) {
    auto image = std::make_shared<Image>();
    const int steps = static_cast<int>(kBarSteps);
    image->width = upright ? 1 : steps;
    image->height = upright ? steps : 1;
    image->pixels.resize(3 * kBarSteps);
    for (std::size_t i = 0; i < kBarSteps; ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(kBarSteps - 1);
        const Rgb c = scale.at(scale.low + (upright ? 1 - t : t) * (scale.high - scale.low));
        image->pixels[3 * i] = c.r;
        image->pixels[3 * i + 1] = c.g;
        image->pixels[3 * i + 2] = c.b;
    }
    return image;
}

std::vector<Tick> barTicks(const ColourScale& scale) {
    TickOptions options;
    options.count = 4;
    options.degrees = scale.degrees;
    return makeTicks(Scale::kLinear, scale.low, scale.high, options);
}

}  // namespace

LegendBlock::LegendBlock(std::string title, std::vector<LegendSample> samples, std::optional<ColourScale> bar,
                         const Style& style, Flow flow, double maxWidth, double maxHeight)
    : title_(std::move(title)),
      samples_(std::move(samples)),
      bar_(std::move(bar)),
      style_(style),
      flow_(flow),
      em_(style.fontPt),
      line_(TextMeasure::line(style.fontPt)) {
    const TextMeasure measure(style.fontFamily);
    if (bar_ && title_.empty()) title_ = bar_->title;
    const bool column = flow == Flow::kColumn;
    titleLines_ = measure.wrapped(title_, em_, column ? std::min(maxWidth, kTitleWidth * em_) : maxWidth, kTitleLines);
    cutLabels(column ? std::min(maxWidth, kLabelWidth * em_) : maxWidth);
    for (const std::string& text : titleLines_) width_ = std::max(width_, measure.width(text, em_));
    height_ = static_cast<double>(titleLines_.size()) * line_;
    if (height_ > 0) height_ += 0.3 * em_;
    if (bar_) layOutBar(maxHeight);
    flow == Flow::kColumn ? layOutColumn() : layOutRows(maxWidth);
}

/// Labels that begin alike are cut in the middle, for they would read the same.
void LegendBlock::cutLabels(double most) {
    const TextMeasure measure(style_.fontFamily);
    std::vector<std::string> cut;
    const auto room = [&](const LegendSample& sample) {
        return std::max(most - sampleWidth() - 0.5 * em_ - (sample.count.empty() ? 0 : 3 * em_), 3 * em_);
    };
    for (const LegendSample& sample : samples_) cut.push_back(measure.elided(sample.label, em_, room(sample)));
    for (std::size_t i = 0; i < cut.size(); ++i) {
        if (std::count(cut.begin(), cut.end(), cut[i]) > 1)
            samples_[i].label = measure.elided(samples_[i].label, em_, room(samples_[i]), TextMeasure::Cut::kMiddle);
        else
            samples_[i].label = cut[i];
    }
}

double LegendBlock::sampleWidth() const {
    const bool lines = std::any_of(samples_.begin(), samples_.end(),
                                   [](const LegendSample& s) { return s.kind == LegendSample::Kind::kLine; });
    return lines ? 1.8 * em_ : 0.75 * em_;
}

double LegendBlock::entryWidth(const LegendSample& sample) const {
    const TextMeasure measure(style_.fontFamily);
    double width = sampleWidth() + 0.45 * em_ + measure.width(sample.label, em_);
    if (!sample.count.empty()) width += 0.8 * em_ + measure.width(sample.count, em_);
    return width;
}

void LegendBlock::layOutBar(double maxHeight) {
    const TextMeasure measure(style_.fontFamily);
    barTop_ = height_;
    double widest = 0;
    for (const Tick& tick : barTicks(*bar_)) widest = std::max(widest, measure.width(tick.text, em_));
    if (flow_ == Flow::kRows) {
        barLength_ = 16 * em_;
        barInset_ = std::max(0.5 * em_, widest / 2);
        width_ = std::max(width_, barLength_ + 2 * barInset_);
        height_ += 0.7 * em_ + 0.35 * em_ + line_;
        return;
    }
    const double below = static_cast<double>(samples_.size()) * line_ + 0.5 * em_;
    barLength_ = std::clamp(maxHeight - height_ - below, 4 * em_, 12 * em_);
    width_ = std::max(width_, 1.25 * em_ + widest);
    height_ += barLength_ + (samples_.empty() ? 0.3 : 0.7) * em_;
}

void LegendBlock::layOutColumn() {
    for (const LegendSample& sample : samples_) {
        width_ = std::max(width_, entryWidth(sample));
        places_.push_back({0, height_});
        height_ += line_;
    }
}

void LegendBlock::layOutRows(double maxWidth) {
    double x = 0;
    for (const LegendSample& sample : samples_) {
        const double width = entryWidth(sample);
        if (x > 0 && x + width > maxWidth) {
            x = 0;
            height_ += line_;
        }
        places_.push_back({x, height_});
        width_ = std::max(width_, x + width);
        x += width + 1.2 * em_;
    }
    if (!samples_.empty()) height_ += line_;
}

void LegendBlock::paint(Drawing& drawing, Point topLeft) const {
    double y = topLeft.y;
    for (const std::string& text : titleLines_) {
        drawing.marks.push_back(Text{.text = text,
                                     .raised = {},
                                     .at = {topLeft.x, y + TextMeasure::ascent(em_)},
                                     .size = em_,
                                     .colour = style_.ink,
                                     .halo = {}});
        y += line_;
    }
    if (bar_) paintBar(drawing, topLeft);
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        const double width = flow_ == Flow::kColumn ? width_ : entryWidth(samples_[i]);
        paintSample(drawing, samples_[i], {topLeft.x + places_[i].x, topLeft.y + places_[i].y}, width);
    }
}

void LegendBlock::paintSample(Drawing& drawing, const LegendSample& sample, Point at, double width) const {
    const double middle = at.y + line_ / 2, base = middle + TextMeasure::capHeight(em_) / 2;
    const double room = sampleWidth();
    switch (sample.kind) {
        case LegendSample::Kind::kDot:
            drawing.marks.push_back(Dots{{{at.x + room / 2, middle}}, {sample.colour}, 0.3 * em_, 1, 0, {}});
            break;
        case LegendSample::Kind::kSquare:
            drawing.rectangle({at.x, middle - 0.35 * em_, room, 0.7 * em_}, Fill{sample.colour, 1});
            break;
        case LegendSample::Kind::kLine:
            drawing.line({at.x, middle}, {at.x + room, middle}, Stroke{sample.colour, 1.2, 1, sample.dash});
            break;
    }
    drawing.marks.push_back(Text{.text = sample.label,
                                 .raised = {},
                                 .at = {at.x + room + 0.45 * em_, base},
                                 .size = em_,
                                 .colour = style_.ink,
                                 .halo = {}});
    if (sample.count.empty()) return;
    drawing.marks.push_back(Text{.text = sample.count,
                                 .raised = {},
                                 .at = {at.x + width, base},
                                 .align = Align::kRight,
                                 .size = em_,
                                 .colour = style_.muted,
                                 .halo = {}});
}

void LegendBlock::paintBar(Drawing& drawing, Point topLeft) const {
    const bool upright = flow_ == Flow::kColumn;
    const double thick = 0.7 * em_, point = 0.45 * em_;
    Rect bar = upright ? Rect{topLeft.x, topLeft.y + barTop_, thick, barLength_}
                       : Rect{topLeft.x + barInset_, topLeft.y + barTop_, barLength_, thick};
    const auto arrow = [&](bool high) {
        const Rgb colour = bar_->at(high ? bar_->high : bar_->low);
        std::vector<Point> tip;
        if (upright) {
            const double y = high ? bar.y : bar.bottom(), out = high ? -point : point;
            tip = {{bar.x, y}, {bar.x + thick / 2, y + out}, {bar.right(), y}};
        } else {
            const double x = high ? bar.right() : bar.x, out = high ? point : -point;
            tip = {{x, bar.y}, {x + out, bar.y + thick / 2}, {x, bar.bottom()}};
        }
        drawing.marks.push_back(Path{{tip}, true, Fill{colour, 1}, {}});
    };
    if (upright && bar_->clipsHigh) {
        bar.y += point;
        bar.height -= point;
    }
    if (upright && bar_->clipsLow) bar.height -= point;
    drawing.marks.push_back(Picture{ramp(*bar_, upright), bar, true, {}});
    if (bar_->clipsHigh) arrow(true);
    if (bar_->clipsLow) arrow(false);
    paintBarTicks(drawing, bar);
}

void LegendBlock::paintBarTicks(Drawing& drawing, const Rect& bar) const {
    const bool upright = flow_ == Flow::kColumn;
    const Stroke stroke{style_.line, style_.axisWidth, 1, {}};
    for (const Tick& tick : barTicks(*bar_)) {
        const double t = (tick.value - bar_->low) / (bar_->high - bar_->low);
        if (upright) {
            const double y = bar.bottom() - t * bar.height;
            drawing.line({bar.right(), y}, {bar.right() + 0.25 * em_, y}, stroke);
            drawing.marks.push_back(Text{.text = tick.text,
                                         .raised = {},
                                         .at = {bar.right() + 0.5 * em_, y + TextMeasure::capHeight(em_) / 2},
                                         .size = em_,
                                         .colour = style_.ink,
                                         .halo = {}});
        } else {
            const double x = bar.x + t * bar.width;
            drawing.line({x, bar.bottom()}, {x, bar.bottom() + 0.25 * em_}, stroke);
            drawing.marks.push_back(Text{.text = tick.text,
                                         .raised = {},
                                         .at = {x, bar.bottom() + 0.35 * em_ + TextMeasure::ascent(em_)},
                                         .align = Align::kCentre,
                                         .size = em_,
                                         .colour = style_.ink,
                                         .halo = {}});
        }
    }
}

}  // namespace facespace::figure
