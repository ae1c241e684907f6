#include "core/report/chapters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <ranges>
#include <set>

namespace facespace::report {
namespace {

/// Claims are told in words of our own. An analysis that is not there yet leaves its chapter out.
const std::vector<Chapter>& written() {
    static const std::vector<Chapter> all{
        {.key = "parde2017",
         .title = say("The image in the features"),
         .claim =
             "Features of a network that was trained to tell people apart still say how the head was turned and whether "
             "the picture is a still or a frame of a video. Whether a feature depends on the view belongs to the "
             "person, not to the feature. The nearer to the origin, the poorer the picture.",
         .source = "C. J. Parde et al., “Deep Convolutional Neural Network Features and the Original Image”, IEEE FG 2017",
         .caveat =
             "The verdicts are of these images and networks, not of the paper's. What is measured in an image's pixels "
             "may stand for something else that goes with it.",
         .analyses = {"prediction", "view-dependence", "quality", "mixed"},
         .abstractClaims = true},
        {.key = "parde2021",
         .title = say("Single units and populations"),
         .claim = "Identity is told by few units drawn at random, sex and view only by many together: each unit carries a "
                  "part of all of them, and no unit is one of any.",
         .source =
             "C. J. Parde et al., “Closing the gap between single-unit and neural population codes: insights from deep "
             "learning in face recognition”, Journal of Vision 21(8), 2021",
         .caveat = "Units are the axes that the network happens to have. A network whose last layer may be rotated without "
                   "loss has no axes of its own.",
         .analyses = {"codes"}},
        {.key = "hill2019",
         .title = say("What is nested in what"),
         .claim = "Faces are ordered as a hierarchy: people within sexes, and light and view within people.",
         .source = "M. Q. Hill et al., “Deep convolutional neural networks in the face of caricature”, Nature Machine "
                   "Intelligence 1(11), 2019",
         .caveat = "The order of factors follows from how much each varies in these images, too: with one light for all, "
                   "light has no place.",
         .analyses = {"nesting"}},
        {.key = "dhar2020",
         .title = say("From layer to layer"),
         .claim =
             "Features hold age, sex and yaw though nothing asks for them, age most and yaw least in the last layer, and "
             "less of all three the longer a network is trained.",
         .source = "P. Dhar et al., “How are attributes expressed in face DCNNs?”, IEEE FG 2020",
         .caveat = "What a linear reading finds is not all that a layer holds. Layers of different width are read by "
                   "different numbers of features.",
         .analyses = {"layers"}},
        {.key = "parde2019",
         .title = say("Spaces, and what people see"),
         .claim = "What people judge of a face at first sight can be predicted from features that were trained for identity "
                  "alone. Whether two networks have the same geometry is asked besides (N. Kriegeskorte et al., 2008).",
         .source = "C. J. Parde et al., “Social trait information in deep convolutional neural networks trained for face "
                   "identification”, Cognitive Science 43(6), 2019",
         .caveat = "Judgements of faces say what people think, not what the people on the pictures are like. Agreement of "
                   "two networks may come from the images: the same few people are far apart for both.",
         .analyses = {"spaces"}},
        {.key = "compare",
         .title = say("Two networks, or two maps, beside each other"),
         .claim =
             "Do two networks see the same images alike: has an image the same neighbours in both, is it as far from the "
             "origin, and which of them tells people apart better?",
         .caveat = "Few neighbours in common need not mean that one of the two is worse: in dense regions the order of the "
                   "nearest turns with little. What both do alike may come from the images.",
         .analyses = {"compare"},
         .differences = Differences::kCompared},
        {.key = "verification",
         .title = say("Telling people apart"),
         .claim = "Leaving out the images of poorest quality lowers the share of genuine pairs that are rejected.",
         .source = "P. Grother and E. Tabassi, “Performance of Biometric Quality Measures”, IEEE TPAMI 29(4), 2007",
         .caveat = "Pairs of everyone with everyone are easier than pairs that look alike, and rates hold for people like "
                   "these only.",
         .analyses = {"verify", "discard", "quality-scores"},
         .differences = Differences::kOfAll},
        {.key = "identification",
         .title = say("Finding people among many"),
         .claim = "Is the right person found among many, and is someone reported who is not there?",
         .caveat = "The larger a gallery, the harder the search: rates of a small one say little of a large one.",
         .analyses = {"identify"}},
        {.key = "groups",
         .title = say("Errors by group"),
         .claim =
             "At one threshold for all, groups of people differ in how often two of them are taken for one, by far more "
             "than in how often one is not recognised.",
         .source = "P. Grother, M. Ngan and K. Hanaoka, “Face Recognition Vendor Test, part 3: demographic effects”, NISTIR "
                   "8280, 2019",
         .caveat = "Groups are as labelled. A difference may be that of how their pictures came about.",
         .analyses = {"groups"}},
        {.key = "ageing",
         .title = say("Score and time"),
         .claim = "Scores of two pictures of a person fall with the time between them, and at a different pace for each "
                  "person.",
         .source = "L. Best-Rowden and A. K. Jain, “Longitudinal study of automatic face recognition”, IEEE TPAMI 40(1), "
                   "2018",
         .caveat = "Cameras, light and habits change with the years, too, and are not told apart from age.",
         .analyses = {"ageing"}},
        {.key = "labels",
         .title = say("Labels that look wrong, and who is elsewhere, too"),
         .claim = "Are images under a wrong name, is a person under two, and who is in another project?",
         .caveat = "What is suspected is to be looked at, not to be believed: twins and poor images are suspected, too.",
         .analyses = {"suspects", "overlap"}},
        {.key = "maps",
         .title = say("How far the map can be trusted"),
         .claim = "Are neighbours on a map neighbours in the features, too, and the other way round?",
         .caveat =
             "No flat map keeps all neighbours of features with many dimensions. What is measured holds on average: single "
             "images may lie elsewhere.",
         .analyses = {"trust"}},
        {.key = "probe",
         .title = say("A face made worse"),
         .claim = "What becomes of an image's feature as its picture gets worse, and is its person still the nearest then?",
         .caveat =
             "It is one image and one way to make it worse. Pictures that are poor from the beginning may differ from those "
             "that are made so.",
         .analyses = {"probe"}},
    };
    return all;
}

}  // namespace

std::vector<Chapter> chaptersOf(const AnalysisList& list) {
    std::vector<Chapter> chapters;
    std::set<std::string> told;
    for (Chapter chapter : written()) {
        std::erase_if(chapter.analyses, [&](const std::string& key) {
            const Analysis* analysis = list.find(key);
            return analysis == nullptr || !analysis->reported;
        });
        told.insert(chapter.analyses.begin(), chapter.analyses.end());
        if (!chapter.analyses.empty()) chapters.push_back(std::move(chapter));
    }
    for (const Analysis* analysis : list)
        if (analysis->reported && !told.contains(analysis->key))
            chapters.push_back({.key = analysis->key,
                                .title = analysis->title,
                                .claim = analysis->question + ".",
                                .analyses = {analysis->key}});
    return chapters;
}

std::string chapterKeys(const AnalysisList& list) {
    const auto chapters = chaptersOf(list);
    return fmt::format("{}", fmt::join(chapters | std::views::transform(&Chapter::key), ", "));
}

Result<std::vector<Chapter>> chaptersNamed(const AnalysisList& list, const std::vector<std::string>& keys) {
    auto chapters = chaptersOf(list);
    for (const std::string& key : keys)
        if (std::ranges::find(chapters, key, &Chapter::key) == chapters.end())
            return fail(ErrorCode::kNotFound, say("A report has no chapter “{}”; there are {}.", key, chapterKeys(list)));
    if (!keys.empty())
        std::erase_if(chapters, [&](const Chapter& c) { return std::ranges::find(keys, c.key) == keys.end(); });
    return chapters;
}

}  // namespace facespace::report
