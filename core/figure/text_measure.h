#pragma once
#include <string>
#include <vector>

namespace facespace::figure {

/// Widths and heights of text in a family, in points, without hinting: the same at any resolution. Thread-safe.
class TextMeasure {
  public:
    explicit TextMeasure(std::string family = {});
    double width(const std::string& text, double size, bool bold = false) const;
    static double capHeight(double size) { return 0.72 * size; }  ///< Of a capital letter, as in Arial.
    static double ascent(double size) { return 0.91 * size; }
    static double descent(double size) { return 0.21 * size; }
    static double line(double size) { return 1.2 * size; }  ///< From baseline to baseline.
    /// The text cut in its middle or at its end (“…”) so that it is at most `most` wide.
    enum class Cut { kEnd, kMiddle };
    std::string elided(const std::string& text, double size, double most, Cut where = Cut::kEnd) const;

    /// Broken at spaces into lines of at most `most`; the last of `lines` lines is elided.
    std::vector<std::string> wrapped(const std::string& text, double size, double most, std::size_t lines) const;

  private:
    std::string family_;
};

/// Size and lift of a superscript, as parts of the letter size.
inline constexpr double kRaisedSize = 0.72, kRaisedLift = 0.36;

}  // namespace facespace::figure
