#pragma once
#include <memory>
#include <QDialog>
#include <QStringList>

#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "core/report/project_report.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace facespace {

class FileField;

/// Asks which report of a project is wanted, and where: everything that `facespace-cli report` can be told, its parameters
/// as a file that another report has beside it.
class ReportDialog : public QDialog {
    Q_OBJECT
  public:
    /// What is the same from one project to the next.
    struct Habits {
        QStringList leftOut;  ///< Keys of chapters.
        bool faces = true, privacy = false, measuring = true;
    };

    /// @param snapshot, table  of the project, not null
    ReportDialog(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const DataTable> table,
                 QWidget* parent = nullptr);
    void setFolder(const QString& folder);
    /// Proposes that only images take part which pass this.
    void setFilter(const QString& filter);
    void setHabits(const Habits& habits);
    Habits habits() const;

    ProjectReport wanted() const;
    /// Whether measures of quality that are lacking are taken first.
    bool measuring() const;

  private:
    void makeFields();
    void makeChapters();
    void buildLayout();
    QWidget* chapterBox();
    void tickAll(bool on);
    QStringList chapters(bool ticked) const;
    /// Takes what the file says, which holds the values of the analyses besides what is shown here.
    void readParameters();
    void follow();
    /// Why there can be no such report; empty: there can.
    QString obstacle() const;
    QString remark() const;

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const DataTable> table_;
    ReportOptions recorded_;  ///< What the file of parameters says.
    QString unread_;          ///< Why it says nothing.
    FileField *folder_ = nullptr, *parameters_ = nullptr;
    QComboBox *network_ = nullptr, *unit_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QListWidget* chapters_ = nullptr;
    QCheckBox *faces_ = nullptr, *privacy_ = nullptr, *measuring_ = nullptr;
    QLabel* note_ = nullptr;
    QPushButton* write_ = nullptr;
};

}  // namespace facespace
