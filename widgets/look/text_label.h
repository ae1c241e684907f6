#pragma once
#include <QLabel>

namespace facespace {

/// The text with each part at whose inside no line may end, and which is wider than `width` pixels, shortened in the middle:
/// names of one kind differ at their ends.
QString fitted(const QString& text, const QFontMetrics& metrics, int width);

/// A name of at most `most` characters, shortened in the middle.
QString briefName(const QString& name, int most = 48);

/// What a tooltip shows of a text: lines may end within words that are too long for a screen.
QString breakableTip(const QString& text);

/// A label for words that may hold a name of any length: it asks for little room, however long the name is, and shortens
/// what is wider than itself in the middle. text(), what is copied and what a screen reader says have all of it, and so has
/// the tooltip while something is left out (long_text_tips.h). Text with markup wraps, but is not shortened: see
/// briefName().
class TextLabel : public QLabel {
    Q_OBJECT
  public:
    explicit TextLabel(const QString& text = {}, QWidget* parent = nullptr);
    /// How many characters of middle width it insists on, and how many it likes to have, of a text that has more.
    void setRoom(int least, int liked);
    /// As it is seen at its present width.
    QString shownText() const;
    bool isShortened() const { return shownText() != text(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    bool isPlain() const;
    QString shownWithin(int width) const;
    QSize sizeWithin(int width) const;
    int least_ = 40, liked_ = 60;
};

}  // namespace facespace
