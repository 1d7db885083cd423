#include "matching/engine/sums.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace {

using namespace matching::engine;

constexpr std::size_t kPeople = 5'000;

// Addends over rows of their own, and each person's sum counted one by one.
struct Case {
    std::vector<std::vector<Word>> rows;
    std::vector<Addend> addends;
    std::vector<std::uint32_t> sums;
};

bool has(std::vector<Word> const& row, std::size_t person) {
    return (row[person / kWordBits] >> person % kWordBits & 1U) != 0;
}

Case make_case(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Case made;
    for (int i = 0; i < 24; ++i) {
        std::vector<Word> row(words_for(kPeople));
        for (std::size_t person = 0; person < kPeople; ++person)
            if (random() % (1 + static_cast<unsigned>(i) % 5) == 0)
                row[person / kWordBits] |= Word{1} << person % kWordBits;
        made.rows.push_back(std::move(row));
    }
    auto const addends = random() % 7;
    for (std::size_t i = 0; i < addends; ++i) {
        Addend addend{{}, static_cast<std::uint32_t>(1 + random() % (i == 0 ? 1'000'000 : 50)), random() % 3 == 0};
        auto const sets = 1 + random() % (i % 2 == 0 ? 1 : 20);
        for (std::size_t k = 0; k < sets; ++k) addend.sets.push_back(made.rows[random() % made.rows.size()].data());
        made.addends.push_back(std::move(addend));
    }
    for (std::size_t person = 0; person < kPeople; ++person) {
        std::uint32_t sum = 0;
        for (auto const& addend : made.addends)
            for (auto const* set : addend.sets)
                if (((set[person / kWordBits] >> person % kWordBits & 1U) != 0) != addend.of_others)
                    sum += addend.figure;
        made.sums.push_back(sum);
    }
    return made;
}

std::vector<Word> add_up(SumKernel const& kernel, Case const& each) {
    std::vector<Word> slices(slices_for(each.addends) * words_for(kPeople));
    kernel.add_up(each.addends, words_for(kPeople), slices_for(each.addends), slices.data());
    return slices;
}

TEST(SumsOfManyPeople, are_those_counted_one_by_one) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        auto const each = make_case(seed);
        for (auto const* kernel : sum_kernels()) {
            auto const slices = add_up(*kernel, each);
            for (std::size_t person = 0; person < kPeople; ++person)
                ASSERT_EQ(sum_of(slices, words_for(kPeople), person), each.sums[person]) << kernel->name << " " << seed;
        }
    }
}

TEST(SumsOfManyPeople, show_who_is_best_and_who_is_as_good_as_the_last) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        auto const each = make_case(seed);
        auto const& among_whom = each.rows[seed % each.rows.size()];
        std::vector<std::uint32_t> sums;
        for (std::size_t person = 0; person < kPeople; ++person)
            if (has(among_whom, person)) sums.push_back(each.sums[person]);
        std::sort(sums.rbegin(), sums.rend());
        for (std::size_t const most : {std::size_t{1}, std::size_t{20}, sums.size() / 2, sums.size(), kPeople}) {
            for (auto const* kernel : sum_kernels()) {
                auto const slices = add_up(*kernel, each);
                std::vector<Word> chosen(words_for(kPeople));
                auto among = among_whom;
                auto const best =
                    find_best_sums(*kernel, slices, words_for(kPeople), most, chosen.data(), among.data());
                auto const all = sums.size() <= most;
                auto const last = all ? 0 : sums[most - 1];
                std::size_t are_chosen = 0;
                std::size_t are_among = 0;
                for (std::size_t person = 0; person < kPeople; ++person) {
                    auto const stands = has(among_whom, person);
                    ASSERT_EQ(has(chosen, person), stands && (all || each.sums[person] > last));
                    ASSERT_EQ(has(among, person), stands && !all && each.sums[person] == last);
                    are_chosen += has(chosen, person) ? 1 : 0;
                    are_among += has(among, person) ? 1 : 0;
                }
                ASSERT_EQ(best.chosen, are_chosen) << kernel->name;
                ASSERT_EQ(best.among, are_among) << kernel->name;
            }
        }
    }
}

TEST(SumsOfManyPeople, are_compared_with_a_figure_of_each) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        auto const one = make_case(seed);
        auto const other = make_case(seed + 1000);
        auto const& among_whom = one.rows[seed % one.rows.size()];
        std::uint64_t const added = seed % 4 == 0 ? 0 : seed * 37;
        for (auto const* kernel : sum_kernels())
            for (auto const is_to_sums : {true, false}) {
                auto const sums = add_up(*kernel, one);
                auto const bars = seed % 5 == 0 ? std::vector<Word>{} : add_up(*kernel, other);
                auto among = among_whom;
                kernel->stay_above({sums, bars, is_to_sums ? added : 0, is_to_sums ? 0 : added}, words_for(kPeople),
                                   among.data());
                for (std::size_t person = 0; person < kPeople; ++person) {
                    auto const sum = one.sums[person] + (is_to_sums ? added : 0);
                    auto const bar = (seed % 5 == 0 ? 0 : other.sums[person]) + (is_to_sums ? 0 : added);
                    ASSERT_EQ(has(among, person), has(among_whom, person) && sum > bar) << kernel->name << " " << seed;
                }
            }
    }
}

TEST(SumsOfManyPeople, are_counted_in_any_number_of_words) {
    auto const each = make_case(3);
    for (auto const* kernel : sum_kernels())
        for (std::size_t words = 0; words <= words_for(kPeople); ++words) {
            auto const& row = each.rows.front();
            std::size_t count = 0;
            for (std::size_t person = 0; person < std::min(kPeople, words * kWordBits); ++person)
                count += has(row, person) ? 1 : 0;
            ASSERT_EQ(kernel->count_in_both(row.data(), row.data(), words), count) << kernel->name << " " << words;
        }
}

}  // namespace
