#pragma once
#include <filesystem>
#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace facespace {

/// The manual: its pages (Markdown files of one folder) in a list, the chosen one beside it.
class ManualWindow : public QDialog {
    Q_OBJECT
  public:
    explicit ManualWindow(const std::filesystem::path& folder, QWidget* parent = nullptr);
    /// A page by its file name without ".md"; nothing happens if there is none.
    void showPage(const QString& name, const QString& heading = {});
    int pageCount() const;

  private:
    void showFile(const QString& file);
    QListWidget* pages_;
    QTextBrowser* text_;
    QString folder_;
};

}  // namespace facespace
