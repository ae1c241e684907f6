#pragma once
#include <QScrollArea>
#include <vector>

namespace facespace {

class Card;

/// The cards of a page, side by side in as many columns as there is room for, and below each other where there is not. It
/// fills the height if the rows fit, and scrolls if they do not.
class CardGrid : public QScrollArea {
    Q_OBJECT
  public:
    explicit CardGrid(QWidget* parent = nullptr);
    /// Takes ownership.
    void add(Card* card);
    /// Deletes it.
    void remove(Card* card);
    /// Shows some of the cards only.
    void setShown(Card* card, bool shown);
    /// What the figures of all cards are of (Card::setBasis).
    void setBasis(const QString& basis);
    /// What those cards show that say nothing of their own (Card::setAbout), also those that are added later.
    void setAbout(const QString& sentence, const QString& manual);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();
    std::vector<std::vector<Card*>> rowsFor(int columns) const;
    QWidget* area_;
    std::vector<Card*> cards_;
    QString basis_, about_, manual_;
};

}  // namespace facespace
