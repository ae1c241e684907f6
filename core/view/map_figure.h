#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/common/text.h"
#include "core/figure/chart.h"
#include "core/view/colouring.h"
#include "core/view/map_camera.h"

/// The map for print.
namespace facespace {

/// A name at a place of the map.
struct MapLabel {
    std::string name;
    int count = 0;              ///< Of images; names of more come first.
    Eigen::Vector3d at;         ///< Map coordinates.
    std::optional<Rgb> colour;  ///< Of the name's points; empty: the text's.
};

/// A face on its point.
struct MapThumbnail {
    int row = 0;
    std::shared_ptr<const Image> image;
};

/// What a figure shows, taken from a project at one moment; immutable, to be drawn on any thread.
struct MapFigureData {
    std::shared_ptr<const Embedding> coordinates;  ///< Null if there is no map.
    Colouring colouring;
    std::vector<std::uint8_t> selected;   ///< 1 per row; empty if nothing is selected.
    std::vector<std::uint8_t> passes;     ///< 1 per row that the filter lets through; empty without a filter.
    std::vector<std::string> identities;  ///< Per row, for labels; may be empty.
    std::string title;                    ///< Of the map.
    std::vector<std::string> axisLabels;  ///< "PC 1", …; empty where axes mean nothing (t-SNE).
    Text scaleNote;                       ///< What distances on the map mean: “t-SNE, perplexity 30: …”.
    bool radial = false;                  ///< The distance from the middle is ‖x‖: rings say how far.
    /// How it was made (project, network, its SHA-256, map, method, parameters with the seed, colouring).
    std::vector<std::pair<std::string, std::string>> provenance;
};

enum class MapLabels {
    kNone,
    kColoured,  ///< Names of the coloured levels of a colouring by identity.
    kAll,       ///< Of every identity, as many as find room.
};

struct MapFigureSpec {
    double widthMm = figure::kOneColumnMm, heightMm = 0;  ///< 0: as the map's shape asks.
    figure::Style style;
    figure::LegendPlace legend = figure::LegendPlace::kAuto;
    MapLabels labels = MapLabels::kNone;
    bool title = false;
    bool axes = true;            ///< Axis names, where axes mean something; rings of a radial map.
    bool note = true;            ///< The scale note.
    bool selection = true;       ///< Selected points stand out.
    bool dimFiltered = false;    ///< Filtered-out points are pale, else left out.
    bool privacy = false;        ///< Names give place to numbers; thumbnails are blurred (by who loads them).
    double pointScale = 1;       ///< Times the automatic size.
    bool wholeMap = true;        ///< All points; else the part of `camera`.
    MapCamera camera;            ///< In 3-D its rotation is used in any case.
    MapViewport cameraViewport;  ///< The view that the camera belongs to.
    int thumbnails = 0;          ///< Faces on points, at most so many.
    double thumbnailMm = 5;
};

/// A figure of one panel; figure::layOut() and figure::save() do the rest. Data and thumbnails are kept alive by it.
figure::Figure mapFigure(std::shared_ptr<const MapFigureData> data, const MapFigureSpec& spec,
                         std::vector<MapThumbnail> thumbnails = {});

/// Two maps of the same images beside each other as one panel without axes, each under its name and in the colours of its
/// data; the legend is that of the first. Both are kept alive by it.
/// @param shape  Height by width of the panel, for who lays it out: as the maps ask
figure::Chart mapPairChart(std::shared_ptr<const MapFigureData> first, std::shared_ptr<const MapFigureData> second,
                           const MapFigureSpec& spec, double& shape);

/// Rows whose thumbnails would fit on the map without covering one another, spread over it, selected ones first.
std::vector<int> thumbnailRows(const std::shared_ptr<const MapFigureData>& data, const MapFigureSpec& spec,
                               std::size_t most);

}  // namespace facespace
