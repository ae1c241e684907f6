#pragma once
#include <QJsonObject>

#include "widgets/models/workspace.h"

class QTabWidget;

namespace facespace {

class MapView;

/// Answers what programs ask of a window through its LiveServer:
///
///     {"do": "hello"}                  → protocol, program, project and the number of images
///     {"do": "get"}                    → "view": everything below, and what passes the filter
///     {"do": "set", "view": {…}}       → sets what is named and answers as "get"
///
/// A view holds: network, map (names), page (its key), radial, camera ({"whole": true}, or centre, rotation and halfHeight),
/// colour ({"key", "highlighted", "wholeRange"}), filter ({"expression", "conditions", "hides"}), selection (rows) and
/// current (a row or null). Rows are positions in import order. A request that holds a mistake changes nothing.
class LiveView {
  public:
    LiveView(Workspace* workspace, MapView* map, QTabWidget* pages) : workspace_(*workspace), map_(*map), pages_(*pages) {}
    QJsonObject answer(const QJsonObject& request);

  private:
    QJsonObject get() const;
    QJsonObject view() const;
    /// Empty, or what is wrong with it; then nothing was changed.
    QString set(const QJsonObject& view);
    QString mistakeIn(const QJsonObject& view) const;
    QString setFilter(const QJsonObject& filter);
    void apply(const QJsonObject& view);

    Workspace& workspace_;
    MapView& map_;
    QTabWidget& pages_;
};

}  // namespace facespace
