#include "widgets/figure/map_figure.h"

#include <algorithm>
#include <cmath>
#include <QGuiApplication>

namespace facespace {
namespace {

constexpr double kScreenDpi = 96;
constexpr double kPointsPerInch = 72;
constexpr int kFontUnits = 24;

QString hashOf(const NetworkRecord& network) {
    return network.sha256.empty() ? QObject::tr("imported features") : QString::fromStdString(network.sha256);
}

const FeatureSet* networkOf(const Workspace& workspace, const MapRecord* map) {
    if (map == nullptr) return workspace.featureSet();
    for (const auto& set : workspace.snapshot()->featureSets) {
        if (set->network.id == map->network) return set.get();
    }
    return nullptr;
}

std::vector<std::pair<QString, QString>> provenanceOf(const Workspace& workspace) {
    std::vector<std::pair<QString, QString>> facts{{QStringLiteral("Software"), QStringLiteral("FaceSpace")}};
    if (workspace.snapshot() == nullptr) return facts;
    const auto add = [&](const char* key, const QString& value) {
        if (!value.isEmpty()) facts.emplace_back(QString::fromLatin1(key), value);
    };
    add("Project", QString::fromStdString(workspace.snapshot()->projectFile.filename().string()));
    add("Images", QString::number(workspace.snapshot()->imageCount()));
    const MapRecord* map = workspace.mapRecord();
    if (const FeatureSet* set = networkOf(workspace, map)) {
        add("Network", QString::fromStdString(set->network.name));
        add("Network SHA-256", hashOf(set->network));
    }
    add("Map", workspace.mapTitle());
    if (map != nullptr) {
        add("Method", QString::fromStdString(map->method));
        add("Parameters", QString::fromStdString(map->parametersJson));
        add("Map created", QString::fromStdString(map->createdUtc));
    }
    add("Colour", workspace.colours().key());
    return facts;
}

/// All measures of one figure, in units of which a letter has kFontUnits: the same at any resolution, where pixels would
/// have to be rounded for fonts and shift everything.
struct FigureLayout {
    QRectF page;
    double devicePerUnit = 1;
    double em = 0;  ///< Height of the font.
    double margin = 0;
    QRectF plot;
    QRectF legend;  ///< Null without one.
    double titleHeight = 0;
    QFont font;
    double perScreenPixel = 1;  ///< Units of a pixel at 96 dpi.
};

LegendStyle legendStyle(const FigureLayout& layout, double maxHeight) {
    LegendStyle style;
    style.font = layout.font;
    style.maxHeight = maxHeight;
    return style;
}

FigureLayout layOut(QPaintDevice* device, const MapFigureData& data, const MapFigureSpec& spec) {
    FigureLayout layout;
    if (!spec.fontFamily.isEmpty()) layout.font.setFamily(spec.fontFamily);
    layout.font.setPixelSize(kFontUnits);
    layout.font.setHintingPreference(QFont::PreferNoHinting);
    layout.devicePerUnit = spec.fontPt * spec.dpi / kPointsPerInch / kFontUnits;
    layout.perScreenPixel = spec.dpi / kScreenDpi / layout.devicePerUnit;
    layout.em = QFontMetricsF(layout.font, device).height();
    layout.margin = layout.em * 0.6;
    layout.page = QRectF({0, 0}, QSizeF(spec.pixels) / layout.devicePerUnit);
    layout.plot = layout.page.adjusted(layout.margin, layout.margin, -layout.margin, -layout.margin);
    if (spec.title && !data.title.isEmpty()) {
        layout.titleHeight = layout.em * 1.6;
        layout.plot.setTop(layout.plot.top() + layout.titleHeight);
    }
    if (spec.legend && !data.legend.empty()) {
        const QSizeF size = legendSize(data.legend, legendStyle(layout, layout.plot.height()), device);
        // A legend that leaves the map no room is left out rather than drawn over it.
        if (size.width() < layout.plot.width() * 0.5 && size.height() <= layout.plot.height() + 1) {
            layout.legend = QRectF(layout.plot.right() - size.width(), layout.plot.top(), size.width(), size.height());
            layout.plot.setRight(layout.legend.left() - layout.em);
        }
    }
    return layout;
}

MapCamera figureCamera(const MapFigureData& data, const MapFigureSpec& spec, const MapViewport& port, double* zoom) {
    const MapBounds bounds = boundsOf(*data.coordinates);
    MapCamera fitted = spec.camera;
    fitted.dims = static_cast<int>(std::min<Eigen::Index>(data.coordinates->cols(), 3));
    fitted.fit(bounds, port);
    *zoom = 1;
    if (spec.wholeMap) return fitted;
    MapCamera camera = spec.camera.reframed(spec.cameraViewport, port);
    camera.setScene(bounds);
    *zoom = fitted.halfHeight / camera.halfHeight;
    return camera;
}

QColor mixed(QColor a, QColor b, double t) {
    const auto mix = [t](float x, float y) { return x + static_cast<float>(t) * (y - x); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

class PointPainter {
  public:
    PointPainter(QPainter& painter, const MapFigureData& data, const MapFigureSpec& spec, const FigureLayout& layout)
        : painter_(painter), data_(data), spec_(spec), layout_(layout) {
        port_.width = layout.plot.width();
        port_.height = layout.plot.height();
        double zoom = 1;
        camera_ = figureCamera(data, spec, port_, &zoom);
        order_ = mapPaintOrder(*data.coordinates, data.rgb, data.legend.missingColour, camera_);
        const double scale = layout.perScreenPixel;
        radius_ =
            mapPointRadius(order_.size(), port_.width * port_.height / (scale * scale), zoom) * scale * spec.pointScale;
        choose_ = spec.selection && !data.selected.empty();
    }

    const MapCamera& camera() const { return camera_; }

    void paint() {
        painter_.save();
        painter_.setClipRect(layout_.plot);
        painter_.translate(layout_.plot.topLeft());
        clipFromMap_ = camera_.clipFromMap(port_.aspect());
        for (const int row : order_) {
            if (!isSelected(row)) paintRow(row, false);
        }
        for (const int row : order_) {
            if (isSelected(row)) paintRow(row, true);
        }
        painter_.restore();
    }

  private:
    bool isSelected(int row) const {
        return choose_ && static_cast<std::size_t>(row) < data_.selected.size() &&
               data_.selected[static_cast<std::size_t>(row)] != 0;
    }

    void paintRow(int row, bool selected) {
        Eigen::Vector4d point(0, 0, 0, 1);
        for (Eigen::Index d = 0; d < camera_.dims; ++d) point[d] = static_cast<double>((*data_.coordinates)(row, d));
        const Eigen::Vector4d clip = clipFromMap_ * point;
        if (!(clip.w() > 0)) return;
        const QPointF at((clip.x() / clip.w() + 1) / 2 * port_.width, (1 - clip.y() / clip.w()) / 2 * port_.height);
        if (at.x() < -radius_ || at.y() < -radius_ || at.x() > port_.width + radius_ || at.y() > port_.height + radius_)
            return;

        const auto i = static_cast<std::size_t>(row) * 3;
        QColor fill = i + 2 < data_.rgb.size() ? QColor(data_.rgb[i], data_.rgb[i + 1], data_.rgb[i + 2]) : QColor(Qt::gray);
        QColor rim = fill.darker(150);
        if (camera_.dims > 2) {
            const double fade = 0.6 * camera_.fade(clip.w());
            fill = mixed(fill, spec_.background, fade);
            rim = mixed(rim, spec_.background, fade);
        }
        if (choose_ && !selected) {
            fill.setAlphaF(0.28F);
            rim.setAlphaF(0.12F);
        }
        const double pixels = radius_ / layout_.perScreenPixel;
        const double width = 0.7 * layout_.perScreenPixel * std::clamp((pixels - 1.6) / 2.0, 0.0, 1.0);
        painter_.setBrush(fill);
        if (selected) {
            painter_.setPen(QPen(Qt::black, 0.9 * layout_.perScreenPixel));
        } else if (width > 0.02) {
            painter_.setPen(QPen(rim, width));
        } else {
            painter_.setPen(Qt::NoPen);
        }
        const double radius = radius_ + (selected ? 0.6 * layout_.perScreenPixel : -width / 2);
        painter_.drawEllipse(at, radius, radius);
    }

    QPainter& painter_;
    const MapFigureData& data_;
    const MapFigureSpec& spec_;
    const FigureLayout& layout_;
    MapViewport port_;
    MapCamera camera_;
    Eigen::Matrix4d clipFromMap_ = Eigen::Matrix4d::Identity();
    std::vector<int> order_;
    double radius_ = 1;
    bool choose_ = false;
};

}  // namespace

std::vector<QString> mapAxisLabels(const Workspace& workspace) {
    const MapRecord* map = workspace.mapRecord();
    if (map == nullptr || map->method != "pca") return {};
    std::vector<QString> labels;
    for (Eigen::Index d = 1; d <= std::min<Eigen::Index>(map->coordinates.cols(), 3); ++d) {
        labels.push_back(QStringLiteral("PC %1").arg(d));
    }
    return labels;
}

bool selectionStandsOut(const SelectionModel& selection) {
    const auto& rows = selection.selected();
    return rows.size() > 1 || (rows.size() == 1 && rows.front() != selection.current());
}

MapFigureData captureMap(const Workspace& workspace, const QColor& background) {
    MapFigureData data;
    data.coordinates = workspace.coordinates();
    if (data.coordinates != nullptr && data.coordinates->cols() < 2) data.coordinates = nullptr;
    data.rgb = captureColours(workspace.colours(), background);
    data.legend = captureLegend(workspace.colours(), background);
    data.title = workspace.mapTitle();
    data.axisLabels = mapAxisLabels(workspace);
    data.provenance = provenanceOf(workspace);
    if (selectionStandsOut(workspace.selection())) {
        data.selected.assign(workspace.selection().rowCount(), 0);
        for (const int row : workspace.selection().selected()) data.selected[static_cast<std::size_t>(row)] = 1;
    }
    return data;
}

void paintMapFigure(QPainter& painter, const MapFigureData& data, const MapFigureSpec& spec) {
    const FigureLayout layout = layOut(painter.device(), data, spec);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect({0, 0}, spec.pixels), spec.background);
    painter.scale(layout.devicePerUnit, layout.devicePerUnit);
    painter.setFont(layout.font);
    if (layout.titleHeight > 0) {
        painter.setPen(Qt::black);
        const QFontMetricsF metrics(layout.font, painter.device());
        const double width = layout.page.width() - 2 * layout.margin;
        painter.drawText(QPointF(layout.margin, layout.margin + metrics.ascent()),
                         metrics.elidedText(data.title, Qt::ElideRight, width));
    }
    if (data.coordinates != nullptr && layout.plot.width() > 1 && layout.plot.height() > 1) {
        PointPainter points(painter, data, spec, layout);
        points.paint();
        if (spec.axes) {
            paintMapAxes(painter, layout.plot.bottomLeft(), points.camera(), data.axisLabels, layout.font, Qt::black);
        }
    }
    if (!layout.legend.isNull()) {
        paintLegend(painter, layout.legend.topLeft(), data.legend, legendStyle(layout, layout.plot.height()));
    }
    painter.restore();
}

}  // namespace facespace
