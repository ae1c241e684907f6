#include "widgets/panels/manual_window.h"

#include <algorithm>
#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace facespace {
namespace {

constexpr int kListWidth = 280;

/// Shows pictures no wider than the page, sharp on dense screens.
class PageView : public QTextBrowser {
  public:
    using QTextBrowser::QTextBrowser;

  protected:
    QVariant loadResource(int type, const QUrl& name) override {
        const QVariant resource = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource) return resource;
        QImage image = resource.value<QImage>();
        if (image.isNull()) image.loadFromData(resource.toByteArray());
        const int room = viewport()->width() - 24;
        if (image.isNull() || image.width() <= room || room < 100) return image;
        const qreal ratio = devicePixelRatioF();
        image = image.scaledToWidth(std::min(image.width(), static_cast<int>(room * ratio)), Qt::SmoothTransformation);
        image.setDevicePixelRatio(static_cast<qreal>(image.width()) / room);
        return image;
    }
};

QString titleOf(const QString& file) {
    QFile page(file);
    if (!page.open(QIODevice::ReadOnly)) return {};
    QString line = QString::fromUtf8(page.readLine()).trimmed();
    while (line.startsWith(u'#')) line.remove(0, 1);
    return line.trimmed();
}

}  // namespace

ManualWindow::ManualWindow(const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent), pages_(new QListWidget), text_(new PageView), folder_(QString::fromStdString(folder.string())) {
    setWindowTitle(tr("Manual"));
    pages_->setAccessibleName(tr("Pages of the manual"));
    text_->setAccessibleName(tr("Page"));
    text_->setOpenLinks(false);
    text_->setSearchPaths({folder_});
    text_->document()->setDocumentMargin(18);
    for (const QString& file : QDir(folder_).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        auto* item = new QListWidgetItem(titleOf(folder_ + u'/' + file), pages_);
        item->setData(Qt::UserRole, file);
    }
    connect(pages_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) showFile(item->data(Qt::UserRole).toString());
    });
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (!link.isRelative())
            QDesktopServices::openUrl(link);
        else
            showPage(link.path().section(u'/', -1).chopped(3));
    });
    auto* split = new QSplitter;
    split->addWidget(pages_);
    split->addWidget(text_);
    split->setStretchFactor(1, 1);
    split->setSizes({kListWidth, 800});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    resize(1040, 760);
    if (pages_->count() > 0)
        pages_->setCurrentRow(0);
    else
        text_->setPlainText(tr("The manual is not where it was installed; install FaceSpace again."));
}

int ManualWindow::pageCount() const { return pages_->count(); }

void ManualWindow::showPage(const QString& name, const QString& heading) {
    for (int row = 0; row < pages_->count(); ++row)
        if (pages_->item(row)->data(Qt::UserRole).toString() == name + QStringLiteral(".md")) pages_->setCurrentRow(row);
    if (heading.isEmpty()) return;
    text_->moveCursor(QTextCursor::Start);
    for (QTextBlock block = text_->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || block.text() != heading) continue;
        // From below, so that the heading comes to the top.
        text_->moveCursor(QTextCursor::End);
        QTextCursor at(block);
        text_->setTextCursor(at);
        const auto top = text_->document()->documentLayout()->blockBoundingRect(block).top();
        text_->verticalScrollBar()->setValue(static_cast<int>(top));
        return;
    }
}

void ManualWindow::showFile(const QString& file) {
    QFile page(folder_ + u'/' + file);
    if (page.open(QIODevice::ReadOnly)) text_->setMarkdown(QString::fromUtf8(page.readAll()));
}

}  // namespace facespace
