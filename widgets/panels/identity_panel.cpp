#include "widgets/panels/identity_panel.h"

#include <algorithm>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/panels/identity_model.h"
#include "widgets/panels/row_selector.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr std::size_t kMostHighlighted = 8;
constexpr int kNarrowestColumn = 30, kBesideHead = 26, kWidestNumbers = 84;
constexpr int kNarrowestView = 230;

}  // namespace

IdentityPanel::IdentityPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new IdentityModel(this)),
      view_(new QTableView),
      search_(new QLineEdit),
      count_(new TextLabel) {
    view_->setModel(model_);
    selector_ = new RowSelector(view_, &workspace_->selection(),
                                [this](const QModelIndex& index) { return model_->identity(index.row()).rows; });
    selector_->setActivated([this](const QModelIndex&) { highlightSelected(); });
    view_->setItemDelegate(new SelectedRowDelegate(selector_, this));
    buildLayout();
    connect(search_, &QLineEdit::textChanged, model_, &IdentityModel::setSearch);
    connect(workspace_, &Workspace::snapshotChanged, this, &IdentityPanel::refresh);
    connect(workspace_, &Workspace::networkChanged, this, &IdentityPanel::refresh);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, [this](int row) {
        const int at = model_->rowOfImage(row);
        if (at >= 0) view_->scrollTo(model_->index(at, 0), QAbstractItemView::EnsureVisible);
    });
    refresh();
}

void IdentityPanel::buildLayout() {
    search_->setPlaceholderText(tr("Find an identity"));
    search_->setAccessibleName(tr("Find an identity"));
    search_->setClearButtonEnabled(true);
    search_->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setToolTip(tr("Search"));
    count_->setForegroundRole(QPalette::PlaceholderText);

    view_->setAccessibleName(tr("Identities"));
    view_->setFrameShape(QFrame::NoFrame);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setTextElideMode(Qt::ElideMiddle);  // names of one kind differ at their ends
    view_->setTabKeyNavigation(false);
    view_->setMinimumWidth(kNarrowestView);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
    auto* header = view_->horizontalHeader();
    // The numbers take what their heads and the mark of the order need, and no more: the room belongs to the names.
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(IdentityModel::kName, QHeaderView::Stretch);
    header->setMinimumSectionSize(kNarrowestColumn);
    for (const int column : {IdentityModel::kImages, IdentityModel::kMeanDistance}) {
        const QString head = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        // A long head is shortened before the names are.
        header->resizeSection(column, std::min(header->fontMetrics().horizontalAdvance(head) + kBesideHead, kWidestNumbers));
    }
    header->setHighlightSections(false);
    header->setSortIndicator(IdentityModel::kName, Qt::AscendingOrder);
    view_->setSortingEnabled(true);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(8, 8, 8, 6);
    bar->setSpacing(6);
    bar->addWidget(search_);
    bar->addWidget(count_);
    layout->addLayout(bar);
    layout->addWidget(view_);
    empty_ = new EmptyState(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
}

void IdentityPanel::refresh() {
    const auto& snapshot = workspace_->snapshot();
    model_->setSnapshot(snapshot, workspace_->featureSet());
    view_->setColumnHidden(IdentityModel::kMeanDistance, workspace_->featureSet() == nullptr);
    const auto n = static_cast<std::int64_t>(model_->identityCount());
    count_->setText(n == 1 ? tr("1 identity") : tr("%1 identities").arg(countText(n)));
    empty_->setHint(n > 0 ? QString() : tr("The people in the image set are listed here. Open images or a project."));
}

void IdentityPanel::highlightSelected() {
    std::vector<QString> names;
    for (int r = 0; r < model_->rowCount() && names.size() < kMostHighlighted; ++r) {
        if (selector_->state(model_->index(r, 0)) == Qt::Checked) names.push_back(model_->identity(r).name);
    }
    if (!names.empty()) workspace_->colours().setHighlighted(names);
}

}  // namespace facespace
