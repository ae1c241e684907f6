#include "widgets/panels/manual_window.h"

#include <algorithm>
#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalBlocker>
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

constexpr int kFileRole = Qt::UserRole, kHeadingRole = Qt::UserRole + 1;

}  // namespace

ManualWindow::ManualWindow(const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent),
      search_(new QLineEdit),
      pages_(new QListWidget),
      text_(new PageView),
      folder_(QString::fromStdString(folder.string())) {
    setWindowTitle(tr("Manual"));
    pages_->setAccessibleName(tr("Pages of the manual"));
    text_->setAccessibleName(tr("Page"));
    text_->setOpenLinks(false);
    text_->setSearchPaths({folder_});
    text_->document()->setDocumentMargin(18);
    files_ = manualPages(folder_);
    parts_ = manualParts(folder_, files_);
    search_->setPlaceholderText(tr("Search the manual"));
    search_->setAccessibleName(tr("Search the manual"));
    search_->setClearButtonEnabled(true);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            listPages();
        else
            listFound();
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (pages_->count() > 0 && !pages_->item(0)->data(kFileRole).isNull()) pages_->setCurrentRow(0);
    });
    connect(pages_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) showItem(item);
    });
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (!link.isRelative())
            QDesktopServices::openUrl(link);
        else
            showPage(link.path().section(u'/', -1).chopped(3));
    });
    auto* split = new QSplitter;
    auto* side = new QWidget;
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 6, 0, 0);
    sideLayout->addWidget(search_);
    sideLayout->addWidget(pages_, 1);
    split->addWidget(side);
    split->addWidget(text_);
    split->setStretchFactor(1, 1);
    split->setSizes({kListWidth, 800});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    resize(1040, 760);
    listPages();
    if (pages_->count() > 0)
        pages_->setCurrentRow(0);
    else
        text_->setPlainText(tr("The manual is not where it was installed; install FaceSpace again."));
}

void ManualWindow::listPages() {
    const QSignalBlocker quiet(pages_);
    pages_->clear();
    for (const QString& file : files_) {
        const auto first = std::ranges::find(parts_, file, &ManualPart::file);
        auto* item = new QListWidgetItem(first == parts_.end() ? file : first->page, pages_);
        item->setData(kFileRole, file);
        if (file == shown_) pages_->setCurrentItem(item);
    }
}

void ManualWindow::listFound() {
    const QSignalBlocker quiet(pages_);
    pages_->clear();
    for (const ManualPart& part : partsWith(parts_, search_->text())) {
        const bool whole = part.heading == part.page;
        auto* item =
            new QListWidgetItem(whole ? part.page : QStringLiteral("%1\n   %2").arg(part.page, part.heading), pages_);
        item->setData(kFileRole, part.file);
        if (!whole) item->setData(kHeadingRole, part.heading);
    }
    if (pages_->count() == 0) (new QListWidgetItem(tr("Nothing found."), pages_))->setFlags(Qt::NoItemFlags);
}

void ManualWindow::showItem(const QListWidgetItem* item) {
    const QString file = item->data(kFileRole).toString();
    if (file.isEmpty()) return;
    showFile(file);
    if (const QString heading = item->data(kHeadingRole).toString(); !heading.isEmpty()) scrollTo(heading);
    markWord();
}

void ManualWindow::markWord() {
    const QString word = search_->text().section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (!word.isEmpty()) (void)text_->find(word);
}

void ManualWindow::showPage(const QString& name, const QString& heading) {
    if (!files_.contains(name + QStringLiteral(".md"))) return;
    search_->clear();
    for (int row = 0; row < pages_->count(); ++row)
        if (pages_->item(row)->data(kFileRole).toString() == name + QStringLiteral(".md")) pages_->setCurrentRow(row);
    if (!heading.isEmpty()) scrollTo(heading);
}

void ManualWindow::scrollTo(const QString& heading) {
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
    shown_ = file;
    QFile page(folder_ + u'/' + file);
    if (page.open(QIODevice::ReadOnly)) text_->setMarkdown(QString::fromUtf8(page.readAll()));
}

}  // namespace facespace
