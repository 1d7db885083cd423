#include "app/demo_people.hpp"

#include <array>
#include <set>
#include <string_view>

#include "base/random.hpp"

namespace app {

namespace {

constexpr std::array<std::string_view, 56> kGivenNames{
    "Aisha",  "Aleksander", "Amélie", "Anders", "Anika",  "Beatriz", "Ben",    "Camille", "Chidi",  "Clara",
    "Daniel", "Dorota",     "Elif",   "Emeka",  "Emma",   "Erik",    "Fatima", "Felix",   "Freya",  "Giulia",
    "Grace",  "Hana",       "Hugo",   "Ines",   "Ingrid", "Ivan",    "Jakub",  "Joana",   "Jonas",  "Kasia",
    "Kwame",  "Laila",      "Leo",    "Linh",   "Lucía",  "Magnus",  "Mateo",  "Mei",     "Mila",   "Nadia",
    "Niklas", "Noor",       "Oskar",  "Pavel",  "Priya",  "Rafael",  "Ravi",   "Ruth",    "Samira", "Sean",
    "Tariq",  "Tomás",      "Vera",   "Yara",   "Yusuf",  "Zofia"};
constexpr std::array<std::string_view, 52> kFamilyNames{
    "Adeyemi", "Almeida", "Andersson", "Bakker",  "Bauer",   "Berg",    "Bianchi",  "Chen",   "Costa",
    "Dahl",    "Demir",   "Diallo",    "Dubois",  "Eriksen", "Fischer", "Fraser",   "García", "Hansen",
    "Hassan",  "Horvat",  "Ibrahim",   "Ivanova", "Jansen",  "Jensen",  "Kaur",     "Keller", "Khan",
    "Kovač",   "Larsen",  "Lefebvre",  "Lewis",   "Lopes",   "Mensah",  "Moreau",   "Müller", "Nguyen",
    "Novák",   "Nowak",   "O'Connor",  "Okonkwo", "Olsen",   "Patel",   "Petrov",   "Rossi",  "Santos",
    "Schmidt", "Silva",   "Svensson",  "Tanaka",  "Varga",   "Walker",  "Zieliński"};
constexpr std::array<std::string_view, 4> kSites{"Oslo", "Leeds", "Kraków", "Porto"};

struct Department {
    std::string_view name;
    std::string_view head;  // the title one below the director
    std::string_view lead;  // of a team
    std::string_view staff;
    std::optional<std::size_t> director;  // of the cast, where there is one
};
constexpr std::array kDepartments{
    Department{"Stores", "Regional Manager", "Store Manager", "Sales Assistant", {}},
    Department{"Logistics", "Head of Warehouse", "Shift Lead", "Warehouse Colleague", DemoCast::sofia},
    Department{"Finance", "Head of Accounting", "Team Lead Finance", "Accountant", DemoCast::david},
    Department{"Technology", "Head of Engineering", "Engineering Lead", "Engineer", {}},
    Department{"Marketing", "Head of Brand", "Campaign Lead", "Content Editor", {}},
    Department{"Customer Service", "Head of Service", "Service Lead", "Service Agent", {}},
    Department{"Product", "Head of Product", "Product Lead", "Product Analyst", {}},
    Department{"Purchasing", "Head of Purchasing", "Category Lead", "Buyer", {}},
};

constexpr std::size_t kHeadsEach = 3;
constexpr std::size_t kLeadsEach = 2;  // under each head

class HouseBuilder {
  public:
    explicit HouseBuilder(std::uint64_t seed) : random_(base::seeded_random(seed)) {}

    std::vector<DemoColleague> build() {
        add_cast();
        std::vector<std::size_t> leads;
        for (auto const& department : kDepartments) add_leaders(department, leads);
        for (std::size_t next = 0; people_.size() < kDemoPeople; ++next) add_staff(leads[next % leads.size()]);
        return std::move(people_);
    }

  private:
    void add_cast() {
        add({"Marta Kowalska", "Board", "Oslo", "Chief Executive", 5, {}});
        add({"Lena Vogel", "Stores", "Leeds", "Store Manager", 2, DemoCast::marta});
        add({"Ana Moreira", "Stores", "Leeds", "Trainee", 1, DemoCast::lena});
        add({"Bruno Castelli", "Stores", "Leeds", "Sales Assistant", 1, DemoCast::lena});
        add({"Sofia Lind", "Logistics", "Oslo", "Director of Logistics", 4, DemoCast::marta});
        add({"David Okafor", "Finance", "Oslo", "Director of Finance", 4, DemoCast::marta});
        add({"Jo Byrne", "People", "Leeds", "HR Partner", 2, DemoCast::marta});
        add({"Kim Park", "People", "Oslo", "HR Partner", 2, DemoCast::marta});
        add({"Amir Haddad", "Technology", "Oslo", "IT Lead", 3, DemoCast::marta});
        add({"Nina Roth", "People", "Oslo", "HR Analyst", 2, DemoCast::marta});
        add({"Rosa Lima", "Council", "Porto", "Works Council", 2, DemoCast::marta});
    }

    void add_leaders(Department const& department, std::vector<std::size_t>& leads) {
        auto const director = department.director
                                  ? *department.director
                                  : add({fresh_name(), std::string(department.name), site(),
                                         "Director of " + std::string(department.name), 4, DemoCast::marta});
        staff_title_[director] = department.staff;
        for (std::size_t h = 0; h < kHeadsEach; ++h) {
            auto const head =
                add({fresh_name(), std::string(department.name), site(), std::string(department.head), 3, director});
            for (std::size_t l = 0; l < kLeadsEach; ++l) {
                auto const lead = add({fresh_name(), std::string(department.name), people_[head].site,
                                       std::string(department.lead), 2, head});
                staff_title_[lead] = department.staff;
                leads.push_back(lead);
            }
        }
    }

    void add_staff(std::size_t lead) {
        add({fresh_name(), people_[lead].department, people_[lead].site, std::string(staff_title_[lead]), 1, lead});
    }

    std::size_t add(DemoColleague colleague) {
        names_.insert(colleague.name);
        people_.push_back(std::move(colleague));
        staff_title_.emplace_back();
        return people_.size() - 1;
    }

    std::string fresh_name() {
        for (;;) {
            auto name = std::string(kGivenNames[random_->below(kGivenNames.size())]) + " " +
                        std::string(kFamilyNames[random_->below(kFamilyNames.size())]);
            if (!names_.contains(name)) return name;
        }
    }
    std::string site() { return std::string(kSites[random_->below(kSites.size())]); }

    std::unique_ptr<base::Random> random_;
    std::vector<DemoColleague> people_;
    std::vector<std::string_view> staff_title_;  // beside people_
    std::set<std::string> names_;
};

}  // namespace

std::vector<DemoColleague> demo_colleagues(std::uint64_t seed) {
    return HouseBuilder(seed).build();
}

}  // namespace app
