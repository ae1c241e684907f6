#pragma once
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <vector>

namespace facespace {

/// A choice among many: its list has headings and a field to search in. Words may be typed in any order; a heading finds all
/// that is under it.
class GroupedChoice : public QComboBox {
    Q_OBJECT
  public:
    struct Entry {
        QString group;  ///< Entries of a group follow each other; empty: no heading.
        QString name;   ///< In the list, under the heading.
        QString text;   ///< In the closed box.
        QVariant data;
    };
    using QComboBox::QComboBox;
    /// In place of those before; none is current then. Signals are the caller's to block.
    void setEntries(std::vector<Entry> entries);

    void showPopup() override;
    void hidePopup() override;
    /// Open only.
    QLineEdit* search() const { return search_; }
    QListWidget* list() const { return list_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void find(const QString& words);
    void step(int by);
    void choose(int listRow);
    void place();

    std::vector<Entry> entries_;
    QPointer<QWidget> popup_;
    QPointer<QLineEdit> search_;
    QPointer<QListWidget> list_;
};

}  // namespace facespace
