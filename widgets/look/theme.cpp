#include "widgets/look/theme.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QStyleOption>
#include <QWidget>

namespace facespace {
namespace {

bool darkInUse = false;

constexpr int kNarrowestChoice = 80;

/// However long the name in it is, a control asks for no more; the words of options are longer than names in choices.
int widest(QStyle::ContentsType type) {
    switch (type) {
        case QStyle::CT_ComboBox:
            return 320;
        case QStyle::CT_PushButton:
        case QStyle::CT_ToolButton:
            return 420;
        case QStyle::CT_CheckBox:
        case QStyle::CT_RadioButton:
        case QStyle::CT_MenuItem:
        case QStyle::CT_ItemViewItem:
            return 640;
        default:
            return QWIDGETSIZE_MAX;
    }
}

/// Fusion draws the frames of check boxes and radio buttons darker than the window: on a dark one they cannot be seen. Long
/// names in choices, buttons and menus are shortened in the middle: they differ at their ends.
class FramedFusion : public QProxyStyle {
  public:
    FramedFusion() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}
    using QProxyStyle::polish;
    /// A choice gives up room before its window grows; lists shorten what is too long in the middle.
    void polish(QWidget* widget) override {
        QProxyStyle::polish(widget);
        if (auto* box = qobject_cast<QComboBox*>(widget); box != nullptr && box->minimumWidth() == 0)
            box->setMinimumWidth(kNarrowestChoice);
        if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
            view->setTextElideMode(Qt::ElideMiddle);
            // From cell to cell go the arrow keys: by Tab one would not come out of a table any more.
            view->setTabKeyNavigation(false);
        }
    }
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (element == CE_ComboBoxLabel && box != nullptr && !box->editable) return drawChoice(*box, painter, widget);
        const bool labelled = element == CE_PushButtonLabel || element == CE_CheckBoxLabel || element == CE_RadioButtonLabel;
        if (labelled && button != nullptr) return drawShortened(element, *button, button->rect.width(), painter, widget);
        if (element == CE_MenuItem && item != nullptr && !item->text.contains(u'\t'))
            return drawShortened(element, *item, item->rect.width() - kMenuMargins, painter, widget);
        QProxyStyle::drawControl(element, option, painter, widget);
    }
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {std::min(size.width(), widest(type)), size.height()};
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (!darkInUse || (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(
            option->palette.color(option->state.testFlag(State_Enabled) ? QPalette::PlaceholderText : QPalette::Mid));
        const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (element == PE_IndicatorCheckBox)
            painter->drawRoundedRect(frame, 2, 2);
        else
            painter->drawEllipse(frame);
        painter->restore();
    }

  private:
    void drawChoice(const QStyleOptionComboBox& box, QPainter* painter, const QWidget* widget) const {
        QStyleOptionComboBox shortened = box;
        const int room = subControlRect(CC_ComboBox, &box, SC_ComboBoxEditField, widget).width() -
                         (box.currentIcon.isNull() ? 0 : box.iconSize.width() + 4);
        // A choice that is as wide as its text asks for has no pixel to spare.
        if (box.fontMetrics.horizontalAdvance(box.currentText) > room)
            shortened.currentText = box.fontMetrics.elidedText(box.currentText, Qt::ElideMiddle, room - 2);
        QProxyStyle::drawControl(CE_ComboBoxLabel, &shortened, painter, widget);
    }
    template <class Option>
    void drawShortened(ControlElement element, const Option& option, int room, QPainter* painter,
                       const QWidget* widget) const {
        Option shortened = option;
        if (!option.icon.isNull()) room -= iconRoom(option);
        if (option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() > room)
            shortened.text = option.fontMetrics.elidedText(option.text, Qt::ElideMiddle, room, Qt::TextShowMnemonic);
        QProxyStyle::drawControl(element, &shortened, painter, widget);
    }
    static int iconRoom(const QStyleOptionButton& button) { return button.iconSize.width() + 4; }
    static int iconRoom(const QStyleOptionMenuItem& item) { return item.maxIconWidth; }
};

/// The palette that the desktop gave before ours replaced it.
const QPalette& desktopPalette() {
    static const QPalette palette = QApplication::palette();
    return palette;
}

bool desktopIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) return scheme == Qt::ColorScheme::Dark;
#endif
    if (qEnvironmentVariable("GTK_THEME").contains(QStringLiteral("dark"), Qt::CaseInsensitive)) return true;
    return desktopPalette().color(QPalette::Window).lightness() < 128;
}

struct Colours {
    QColor window, base, alternate, text, secondary, disabled, button, border, accent, link;
};

const Colours kLightColours{"#f4f5f7", "#ffffff", "#f8f9fa", "#1b1f24", "#57606a",
                            "#9aa1a9", "#ffffff", "#d3d8de", "#2268c4", "#1a5fb4"};
const Colours kDarkColours{"#22262b", "#1a1d21", "#1f2327", "#e4e7eb", "#a3abb5",
                           "#6b737c", "#2d3238", "#3a4047", "#3d7fd0", "#78aeed"};

QPalette paletteOf(const Colours& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.secondary);
    p.setColor(QPalette::Button, c.button);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::ToolTipBase, c.button);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::LinkVisited, c.link);
    p.setColor(QPalette::Light, c.button.lighter(108));
    p.setColor(QPalette::Midlight, c.window);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.border.darker(125));
    p.setColor(QPalette::Shadow, c.border.darker(160));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, c.disabled);
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return p;
}

/// Flat frames and even spacing where Fusion draws bevels.
constexpr auto kSheet = R"(
QToolBar { border: none; border-bottom: 1px solid @border; padding: 4px 6px; spacing: 4px; background: @window; }
QToolBar::separator { width: 1px; background: @border; margin: 5px 5px; }
QToolBar QToolButton { padding: 4px 7px; border: 1px solid transparent; border-radius: 5px; }
QToolBar QToolButton:hover { background: @hover; }
QToolBar QToolButton:checked, QToolBar QToolButton:pressed { background: @checked; border-color: @accent; }
QToolButton[popupMode="2"]::menu-indicator { image: none; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QDockWidget { font-weight: 600; titlebar-close-icon: none; }
QDockWidget::title { padding: 7px 10px; background: @window; border-bottom: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; }
QTabWidget::pane { border: none; }
QHeaderView { background: @base; border: none; }
QHeaderView::section { background: @base; color: @secondary; padding: 5px 4px; border: none; border-bottom: 1px solid @border; }
QHeaderView::section:vertical { padding: 0px 6px; border: none; }
QHeaderView::section:hover { color: @text; }
QHeaderView::down-arrow, QHeaderView::up-arrow { subcontrol-position: center right; width: 9px; height: 9px; right: 2px; }
QTableCornerButton::section { background: @base; border: none; }
QStatusBar { border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @border; }
QToolTip { background: @button; color: @text; border: 1px solid @border; padding: 3px 5px; }
QProgressBar { border: none; border-radius: 3px; background: @border; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: @window; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
)";

QString sheetOf(const Colours& c) {
    QString sheet = QString::fromLatin1(kSheet);
    QColor hover = c.text, checked = c.accent;
    hover.setAlphaF(0.07F);
    checked.setAlphaF(0.22F);
    const auto rgba = [](const QColor& colour) {
        return QStringLiteral("rgba(%1,%2,%3,%4)")
            .arg(colour.red())
            .arg(colour.green())
            .arg(colour.blue())
            .arg(colour.alpha());
    };
    const std::pair<const char*, QString> values[] = {
        {"@border", c.border.name()}, {"@window", c.window.name()}, {"@hover", rgba(hover)},
        {"@checked", rgba(checked)},  {"@accent", c.accent.name()}, {"@secondary", c.secondary.name()},
        {"@text", c.text.name()},     {"@base", c.base.name()},     {"@button", c.button.name()}};
    for (const auto& [name, value] : values) sheet.replace(QLatin1String(name), value);
    return sheet;
}

}  // namespace

void applyTheme(Theme theme) {
    desktopPalette();
    darkInUse = theme == Theme::kDark || (theme == Theme::kSystem && desktopIsDark());
    const Colours& colours = darkInUse ? kDarkColours : kLightColours;
    QApplication::setStyle(new FramedFusion);
    QApplication::setPalette(paletteOf(colours));
    qApp->setStyleSheet(sheetOf(colours));
}

bool themeIsDark() { return darkInUse; }

QColor borderColour(const QPalette& palette) { return palette.color(QPalette::Mid); }

QColor secondaryTextColour(const QPalette& palette) { return palette.color(QPalette::PlaceholderText); }

}  // namespace facespace
