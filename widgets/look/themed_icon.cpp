#include "widgets/look/themed_icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

// The resource is in a static library: its initialiser must be named once. Q_INIT_RESOURCE works outside namespaces only.
static void initialiseIcons() { Q_INIT_RESOURCE(icons); }

namespace facespace {
namespace {

class ThemedIconEngine : public QIconEngine {
  public:
    explicit ThemedIconEngine(QByteArray svg) : svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        QByteArray coloured = svg_;
        coloured.replace("#000", QApplication::palette().color(group, role).name().toLatin1());
        QSvgRenderer(coloured).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        if (size.isEmpty()) return {};  // a button without room
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

  private:
    QByteArray svg_;
};

}  // namespace

QIcon themedIcon(const QString& name) {
    initialiseIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new ThemedIconEngine(file.readAll()));
}

QIcon programIcon() {
    initialiseIcons();
    return QIcon(QStringLiteral(":/icons/facespace.svg"));
}

}  // namespace facespace
