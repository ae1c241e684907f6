#pragma once

class QTabWidget;

namespace facespace {

class ComparePage;
class PredictionPage;
class ProbePage;
class QualityPage;
class SuspectsPage;
class VerificationPage;
class ViewPage;
class Workspace;

/// The analysis pages of a window.
struct AnalysisPages {
    PredictionPage* prediction;
    ViewPage* view;
    QualityPage* quality;
    VerificationPage* verification;
    SuspectsPage* suspects;
    ComparePage* compare;
    ProbePage* probe;
};

/// Makes the pages as tabs.
AnalysisPages addAnalysisPages(QTabWidget* tabs, Workspace* workspace);

}  // namespace facespace
