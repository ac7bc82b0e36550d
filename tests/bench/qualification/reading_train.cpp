// SPDX-License-Identifier: AGPL-3.0-or-later
// Trains the model of sentences (core/rules/sales/reading/sentence_model.hpp) on labelled conversations:
//     reading_train [--folds N] [--threshold T] [--weights FILE] FOLDER...
// With --folds N the conversations are cut into N parts, each is judged by a model trained on the others, and
// precision, recall and F1 over the pairs (conversation, dimension) are printed for several thresholds. With --weights
// a model is trained on all of them and written. Held-back conversations are refused.
#include "tests/bench/qualification/labelled.hpp"

#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/reading/sentence_model.hpp"

#include <linear.h>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace {
using namespace agentarmy;
using Dimensions = std::bitset<dimensionCount>;

using sales::reading::SentenceModel;
constexpr double clearClaim = SentenceModel::clearClaim, clearBonus = SentenceModel::clearBonus;
constexpr int rareFeature = 3; ///< a feature of fewer conversations is left out
constexpr double cost = 0.3; ///< of a wrong sentence against large weights (liblinear's C), by cross-validation
constexpr double smallWeight = 0.02; ///< smaller ones are not written

struct Sentence {
    std::vector<int> features;
    std::array<double, dimensionCount> proposed {};
    Dimensions labels;
};
struct Sample {
    std::vector<Sentence> sentences;
    Dimensions truth, retracted;
    bool complete = false;
};

/// The features of all samples, numbered from 0.
class Vocabulary {
public:
    int number(const std::string& name)
    {
        const auto [at, isNew] = m_numbers.emplace(name, int(m_names.size()));
        if (isNew)
            m_names.push_back(name);
        return at->second;
    }
    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] const std::string& name(std::size_t number) const { return m_names[number]; }

private:
    std::unordered_map<std::string, int> m_numbers;
    std::vector<std::string> m_names;
};

/// Whether a quote and a sentence are the same words, by half of the shorter one.
bool covers(std::string_view text, std::size_t begin, std::size_t end, std::string_view quote)
{
    for (auto at = text.find(quote); at != std::string_view::npos; at = text.find(quote, at + 1)) {
        const auto from = std::max(at, begin);
        const auto to = std::min(at + quote.size(), end);
        if (to > from && 2 * (to - from) >= std::min(quote.size(), end - begin))
            return true;
    }
    return false;
}

Sample sampleOf(const qualification::Conversation& conversation, Vocabulary& vocabulary)
{
    Sample sample;
    sample.complete = conversation.complete;
    for (const auto& label : conversation.labels)
        (label.retracted ? sample.retracted : sample.truth).set(std::size_t(label.dimension));
    for (const auto& message : conversation.messages)
        for (const auto& each :
            sales::sampleSentences(
                {.text = message.text, .contactName = message.sender, .before = message.before, .existing = nullptr})) {
            auto& sentence = sample.sentences.emplace_back();
            for (std::size_t d = 0; d < dimensionCount; ++d)
                sentence.proposed[d] = each.proposed[d];
            for (const auto& name : each.features)
                sentence.features.push_back(vocabulary.number(name));
            std::sort(sentence.features.begin(), sentence.features.end());
            sentence.features.erase(
                std::unique(sentence.features.begin(), sentence.features.end()), sentence.features.end());
            for (const auto& label : conversation.labels)
                if (covers(message.text, each.begin, each.end, label.quote))
                    sentence.labels.set(std::size_t(label.dimension));
        }
    return sample;
}

using Weights = std::vector<std::array<double, dimensionCount>>; ///< for each feature

Weights trainOn(const std::vector<const Sample*>& samples, std::size_t features)
{
    std::vector<int> conversations(features);
    for (const auto* sample : samples) {
        std::unordered_set<int> seen;
        for (const auto& sentence : sample->sentences)
            seen.insert(sentence.features.begin(), sentence.features.end());
        for (const auto feature : seen)
            ++conversations[std::size_t(feature)];
    }
    std::vector<std::vector<feature_node>> rows;
    for (const auto* sample : samples)
        for (const auto& sentence : sample->sentences) {
            auto& row = rows.emplace_back();
            for (const auto feature : sentence.features)
                if (conversations[std::size_t(feature)] >= rareFeature)
                    row.push_back({feature + 1, 1});
            row.push_back({-1, 0});
        }
    Weights weights(features);
    for (std::size_t d = 0; d < dimensionCount; ++d) {
        std::vector<feature_node*> x;
        std::vector<double> y;
        std::size_t row = 0;
        for (const auto* sample : samples)
            for (const auto& sentence : sample->sentences) {
                auto* nodes = rows[row++].data();
                // Where not each sentence is labelled, one that looks like evidence beside a label may be another.
                if (!sentence.labels[d] && !sample->complete && sample->truth[d] && sentence.proposed[d] > 0)
                    continue;
                x.push_back(nodes);
                y.push_back(sentence.labels[d] ? 1 : -1);
            }
        problem task {};
        task.l = int(x.size());
        task.n = int(features);
        task.x = x.data();
        task.y = y.data();
        task.bias = -1; // the feature "1" is the bias
        parameter how {};
        how.solver_type = L2R_LR;
        how.C = cost;
        how.eps = 0.01;
        std::unique_ptr<model, void (*)(model*)> trained(
            train(&task, &how), [](model* each) { free_and_destroy_model(&each); });
        const double sign = trained->label[0] == 1 ? 1 : -1;
        for (std::size_t feature = 0; feature < features; ++feature)
            weights[feature][d] = sign * trained->w[feature];
    }
    return weights;
}

double probability(const Sentence& sentence, const Weights& weights, std::size_t dimension)
{
    double sum = 0;
    for (const auto feature : sentence.features)
        if (std::abs(weights[std::size_t(feature)][dimension]) >= smallWeight)
            sum += weights[std::size_t(feature)][dimension];
    return 1 / (1 + std::exp(-sum));
}

void crossValidate(const std::vector<Sample>& samples, const Vocabulary& vocabulary, int folds)
{
    struct Pair {
        double probability = 0;
        bool truth = false;
    };
    std::vector<Pair> pairs;
    std::vector<std::size_t> order(samples.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::mt19937 random(7);
    std::shuffle(order.begin(), order.end(), random);
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<const Sample*> seen, unseen;
        for (std::size_t i = 0; i < order.size(); ++i)
            (int(i) % folds == fold ? unseen : seen).push_back(&samples[order[i]]);
        const auto weights = trainOn(seen, vocabulary.size());
        for (const auto* sample : unseen)
            for (std::size_t d = 0; d < dimensionCount; ++d) {
                if (sample->retracted[d])
                    continue;
                auto& pair = pairs.emplace_back();
                pair.truth = sample->truth[d];
                for (const auto& sentence : sample->sentences)
                    pair.probability = std::max(pair.probability,
                        probability(sentence, weights, d) + (sentence.proposed[d] >= clearClaim ? clearBonus : 0));
            }
    }
    std::puts("threshold  precision  recall     F1");
    for (double threshold = 0.2; threshold < 0.7; threshold += 0.05) {
        int hit = 0, said = 0, wanted = 0;
        for (const auto& pair : pairs) {
            said += pair.probability >= threshold;
            wanted += pair.truth;
            hit += pair.probability >= threshold && pair.truth;
        }
        const double precision = double(hit) / std::max(1, said), recall = double(hit) / std::max(1, wanted);
        std::printf("%9.2f  %9.3f  %6.3f  %5.3f\n", threshold, precision, recall,
            2 * precision * recall / std::max(1e-9, precision + recall));
    }
}

bool write(const std::string& file, const Weights& weights, const Vocabulary& vocabulary, double threshold)
{
    std::vector<std::string> lines;
    for (std::size_t feature = 0; feature < weights.size(); ++feature) {
        std::string line;
        for (std::size_t d = 0; d < dimensionCount; ++d)
            if (std::abs(weights[feature][d]) >= smallWeight) {
                std::array<char, 32> number {};
                std::snprintf(number.data(), number.size(), "%.2f", weights[feature][d]);
                line += line.empty() ? '\t' : ' ';
                line += sales::reading::dimensionLetters[d];
                line += number.data();
            }
        const auto& name = vocabulary.name(feature);
        if (!line.empty() && name.find_first_of("\t\r\n") == std::string::npos)
            lines.push_back(name + line);
    }
    std::sort(lines.begin(), lines.end());
    std::ofstream out(file, std::ios::binary);
    out << "# SPDX-License-Identifier: AGPL-3.0-or-later\n"
           "# Made by reading_train from tests/data/qualification; not to be edited. A line is a feature of a "
           "sentence\n"
           "# (core/rules/sales/reading/sentence_features.cpp), a tab, and its weights: the letter of a dimension with "
           "a\n"
           "# number (B budget, A authority, N need, T timeline, M metrics, E economicBuyer, C decisionCriteria,\n"
           "# P decisionProcess, X pain, H champion). From the threshold on a sentence counts as evidence.\n";
    out << "threshold\t" << threshold << '\n';
    for (const auto& line : lines)
        out << line << '\n';
    out.flush();
    std::printf("%zu features written\n", lines.size());
    return bool(out);
}

int run(int argc, char** argv)
{
    std::vector<std::filesystem::path> folders;
    std::string file;
    int folds = 0;
    double threshold = 0.5;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
        if (word == "--folds")
            folds = std::stoi(value());
        else if (word == "--threshold")
            threshold = std::stod(value());
        else if (word == "--weights")
            file = value();
        else
            folders.emplace_back(word);
    }
    if (folders.empty() || (folds < 2 && file.empty())) {
        std::cerr << "usage: reading_train [--folds N] [--threshold T] [--weights FILE] FOLDER...\n";
        return 2;
    }
    Vocabulary vocabulary;
    std::vector<Sample> samples;
    for (const auto& folder : folders) {
        if (std::filesystem::absolute(folder).string().find("held_back") != std::string::npos) {
            std::cerr << "held-back conversations are not trained on\n";
            return 2;
        }
        for (const auto& conversation : qualification::readConversations(folder))
            samples.push_back(sampleOf(conversation, vocabulary));
    }
    std::printf("%zu conversations, %zu features\n", samples.size(), vocabulary.size());
    set_print_string_function([](const char*) {});
    if (folds >= 2)
        crossValidate(samples, vocabulary, folds);
    if (file.empty())
        return 0;
    std::vector<const Sample*> all;
    for (const auto& sample : samples)
        all.push_back(&sample);
    return write(file, trainOn(all, vocabulary.size()), vocabulary, threshold) ? 0 : 1;
}
}

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
}
