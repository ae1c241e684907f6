#pragma once
#include <filesystem>
#include <QDialog>
#include <vector>

#include "widgets/panels/manual_search.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QTextBrowser;

namespace facespace {

/// The manual: its pages (Markdown files of one folder) in a list, in the order of its contents, the chosen one beside it.
/// What is typed above the list is looked for in all pages; the list then holds the headings below which it stands.
class ManualWindow : public QDialog {
    Q_OBJECT
  public:
    explicit ManualWindow(const std::filesystem::path& folder, QWidget* parent = nullptr);
    /// A page by its file name without ".md"; nothing happens if there is none.
    void showPage(const QString& name, const QString& heading = {});
    int pageCount() const { return static_cast<int>(files_.size()); }

  private:
    void listPages();
    void listFound();
    void showItem(const QListWidgetItem* item);
    void showFile(const QString& file);
    void scrollTo(const QString& heading);
    /// The first word that was looked for, from the top of what is in view on.
    void markWord();
    QLineEdit* search_;
    QListWidget* pages_;
    QTextBrowser* text_;
    QString folder_, shown_;
    QStringList files_;
    std::vector<ManualPart> parts_;
};

}  // namespace facespace
