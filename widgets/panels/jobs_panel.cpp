#include "widgets/panels/jobs_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QTableView* plainTable(QAbstractItemModel* model, const QString& name) {
    auto* view = new QTableView;
    view->setModel(model);
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 10);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

}  // namespace

JobsPanel::JobsPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), jobsModel_(new JobLogModel(this)), skippedModel_(new SkippedModel(this)) {
    jobsView_ = plainTable(jobsModel_, tr("Jobs"));
    auto* header = jobsView_->horizontalHeader();
    for (int c = 0; c < JobLogModel::kMessage; ++c) header->setSectionResizeMode(c, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(JobLogModel::kMessage, QHeaderView::Stretch);

    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(jobsView_);
    splitter->addWidget(buildSkipped());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    empty_ = new EmptyState(splitter);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
    setRecords({}, {});
}

QWidget* JobsPanel::buildSkipped() {
    skippedView_ = plainTable(skippedModel_, tr("Skipped images"));
    skippedView_->horizontalHeader()->setSectionResizeMode(SkippedModel::kPath, QHeaderView::Interactive);
    skippedView_->horizontalHeader()->setSectionResizeMode(SkippedModel::kReason, QHeaderView::Stretch);
    skippedView_->setColumnWidth(SkippedModel::kPath, 240);
    connect(skippedView_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid()) return;
        const int row = skippedModel_->images()[static_cast<std::size_t>(index.row())].row;
        if (row >= 0 && static_cast<std::size_t>(row) < workspace_->selection().rowCount())
            workspace_->selection().setCurrent(row);
    });
    skippedTitle_ = new TextLabel;
    export_ = new QToolButton;
    export_->setText(tr("Export list"));
    export_->setToolTip(tr("Write the list of skipped images as CSV"));
    export_->setIcon(themedIcon(QStringLiteral("export")));
    export_->setAutoRaise(true);
    export_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(export_, &QToolButton::clicked, this, &JobsPanel::exportSkippedRequested);

    skippedBox_ = new QWidget;
    auto* layout = new QVBoxLayout(skippedBox_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 8, 4);
    bar->addWidget(skippedTitle_);
    bar->addStretch();
    bar->addWidget(export_);
    layout->addLayout(bar);
    layout->addWidget(skippedView_);
    return skippedBox_;
}

void JobsPanel::setRecords(std::vector<JobRecord> jobs, std::vector<SkippedImage> skipped) {
    empty_->setHint(jobs.empty() ? tr("Jobs that ran on the project are listed here, with the images they skipped and why.")
                                 : QString());
    const auto n = static_cast<std::int64_t>(skipped.size());
    skippedTitle_->setText(n == 1 ? tr("1 image skipped") : tr("%1 images skipped").arg(countText(n)));
    skippedBox_->setVisible(n > 0);
    jobsModel_->setJobs(std::move(jobs));
    skippedModel_->setImages(std::move(skipped));
}

}  // namespace facespace
