#pragma once
#include <cstdint>
#include <memory>
#include <QColor>
#include <QObject>
#include <QString>
#include <vector>

#include "core/project/data_table.h"
#include "core/view/colouring.h"

namespace facespace {

/// The one colouring of a window: which column gives points their colour, and how. Every view listens. GUI thread only.
/// Numbers: viridis between the 1st and 99th percentile (or the whole range); signed angles: a diverging map centred
/// on 0; categories of at most 8 levels: Okabe–Ito; more levels (identity): the highlighted ones coloured, the rest grey.
class ColourModel : public QObject {
    Q_OBJECT
  public:
    struct LegendEntry {
        QString label;
        QColor colour;
        int count = 0;
    };
    enum class Scale { kNone, kSequential, kDiverging, kClasses };

    using QObject::QObject;

    void setTable(std::shared_ptr<const DataTable> table);
    const DataTable* table() const { return table_.get(); }
    /// Keys of columns that can colour points, in table order (all but free text).
    std::vector<QString> availableKeys() const;
    /// Empty: all points in one colour.
    void setKey(const QString& key);
    const QString& key() const { return key_; }
    QString title() const;   ///< Column title with unit, for the legend.
    bool inDegrees() const;  ///< Of the column in view.
    /// Which levels of a many-level column are coloured; at most 8, the others are grey.
    /// None: the 8 most frequent levels are.
    void setHighlighted(const std::vector<QString>& levels);
    const std::vector<QString>& highlighted() const { return highlighted_; }
    /// True if the column in view has more levels than there are class colours, so that highlighting matters.
    bool canHighlight() const { return canHighlight_; }
    /// The colour bar covers all values, not the 1st to 99th percentile.
    void setWholeRange(bool whole);
    bool wholeRange() const { return wholeRange_; }
    /// Points are seen on a dark ground: the lowest values, which matter most, must not sink into it. Figures, on paper,
    /// keep the whole scale.
    void setDarkGround(bool dark);

    /// The same colouring for a figure.
    ColouringOptions options() const;

    Scale scale() const { return scale_; }
    double minimum() const { return bar_.low; }  ///< Of the colour bar.
    double maximum() const { return bar_.high; }
    bool clipsLow() const { return bar_.clipsLow; }  ///< Some values are below the minimum and share its colour.
    bool clipsHigh() const { return bar_.clipsHigh; }
    QColor colourAt(double value) const;  ///< Of the colour bar, any value (clamped).
    /// For kClasses, at most 9 entries (the last: "other").
    const std::vector<LegendEntry>& legend() const { return legend_; }
    /// Rows without a value in this column.
    int missingCount() const { return missing_; }
    /// Per row, packed RGB bytes (3 × rows); missing values grey.
    const std::vector<std::uint8_t>& rgb() const { return rgb_; }
    QColor colourOf(int row) const;

  Q_SIGNALS:
    void coloursChanged();

  private:
    void recompute();

    std::shared_ptr<const DataTable> table_;
    QString key_;
    std::vector<QString> highlighted_;
    Scale scale_ = Scale::kNone;
    figure::ColourScale bar_;
    bool wholeRange_ = false, darkGround_ = false, canHighlight_ = false;
    int missing_ = 0;
    std::vector<LegendEntry> legend_;
    std::vector<std::uint8_t> rgb_;
};

}  // namespace facespace
