#include "person/column_mapping.hpp"

#include <map>

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace person {
namespace {

using testing::ElementsAre;

std::map<std::string, PersonField> proposed_fields(std::vector<std::string> const& headers) {
    std::map<std::string, PersonField> fields;
    for (auto const& column : propose_columns(headers))
        if (column.field) fields[column.header] = *column.field;
    return fields;
}

ColumnMapping names_at(std::int32_t position, std::string header) {
    ColumnMapping mapping;
    mapping.columns = {{position, std::move(header), PersonField::name}};
    return mapping;
}

std::vector<std::string> const kMessyHeaders = base::split(
    "Employee_Name,EmpID,MarriedID,MaritalStatusID,GenderID,EmpStatusID,DeptID,PerfScoreID,FromDiversityJobFairID,"
    "Salary,Termd,PositionID,Position,State,Zip,DOB,Sex,MaritalDesc,CitizenDesc,HispanicLatino,RaceDesc,DateofHire,"
    "DateofTermination,TermReason,EmploymentStatus,Department,ManagerName,ManagerID,RecruitmentSource,"
    "PerformanceScore,EngagementSurvey,EmpSatisfaction,SpecialProjectsCount,LastPerformanceReview_Date,DaysLateLast30,"
    "Absences",
    ',');

TEST(ProposingColumns, reads_eight_of_the_thirty_six_of_a_real_export) {
    EXPECT_THAT(proposed_fields(kMessyHeaders), ElementsAre(testing::Pair("DateofHire", PersonField::hired_on),
                                                            testing::Pair("DateofTermination", PersonField::left_on),
                                                            testing::Pair("Department", PersonField::department),
                                                            testing::Pair("EmpID", PersonField::external_id),
                                                            testing::Pair("Employee_Name", PersonField::name),
                                                            testing::Pair("ManagerID", PersonField::manager_id),
                                                            testing::Pair("ManagerName", PersonField::manager_name),
                                                            testing::Pair("Position", PersonField::job_title)));
}

TEST(ProposingColumns, says_which_columns_have_no_field_to_go_to) {
    std::map<std::string, NeverRead> refused;
    for (auto const& column : propose_columns(kMessyHeaders))
        if (column.never_read) refused[column.header] = *column.never_read;
    EXPECT_EQ(refused.at("DOB"), NeverRead::birth_date);
    EXPECT_EQ(refused.at("Salary"), NeverRead::pay);
    EXPECT_EQ(refused.at("PerformanceScore"), NeverRead::performance);
    EXPECT_EQ(refused.at("PerfScoreID"), NeverRead::performance);
    EXPECT_EQ(refused.at("Sex"), NeverRead::gender);
    EXPECT_EQ(refused.at("GenderID"), NeverRead::gender);
    EXPECT_EQ(refused.at("RaceDesc"), NeverRead::ethnicity);
    EXPECT_EQ(refused.at("MaritalDesc"), NeverRead::family_state);
    EXPECT_EQ(refused.at("CitizenDesc"), NeverRead::citizenship);
    EXPECT_EQ(refused.at("Absences"), NeverRead::health);
    EXPECT_EQ(refused.at("Zip"), NeverRead::home_address);
    EXPECT_EQ(refused.at("EngagementSurvey"), NeverRead::attitude);
    EXPECT_EQ(refused.at("TermReason"), NeverRead::leaving_reason);
}

TEST(ProposingColumns, knows_headers_in_four_languages) {
    EXPECT_EQ(proposed_fields({"Nachname", "Vorname", "Personalnummer", "Abteilung", "Vorgesetzter", "Eintrittsdatum",
                               "Geburtsdatum", "Gehalt"})
                  .size(),
              6U);
    EXPECT_EQ(proposed_fields({"Prénom", "Nom", "Matricule", "Responsable", "Date d'embauche", "Salaire"}).size(), 5U);
    EXPECT_EQ(proposed_fields({"Nombre completo", "Correo electrónico", "Departamento", "Puesto", "Edad"}).size(), 4U);
}

TEST(ProposingColumns, gives_each_field_to_one_column_only) {
    auto fields = proposed_fields({"Title", "Job Title", "ID", "Employee ID"});
    EXPECT_EQ(fields.at("Job Title"), PersonField::job_title);
    EXPECT_EQ(fields.at("Employee ID"), PersonField::external_id);
    EXPECT_EQ(fields.size(), 2U);
}

TEST(ProposingColumns, does_not_mistake_language_for_age_nor_manager_for_a_name) {
    EXPECT_EQ(proposed_fields({"Language"}).at("Language"), PersonField::language);
    EXPECT_EQ(proposed_fields({"Manager"}).at("Manager"), PersonField::manager_name);
    EXPECT_EQ(never_read("Management Level"), std::nullopt);
    EXPECT_EQ(never_read("Age"), NeverRead::age);
}

// R04: there is no field that age could be mapped to.
TEST(TheFields, hold_no_age_pay_performance_gender_or_origin) {
    for (auto const& value : meta::of<PersonField>().values)
        EXPECT_EQ(never_read(value.name), std::nullopt) << value.name;
}

TEST(LocatingColumns, finds_them_by_header_when_the_file_was_reordered) {
    std::vector<std::string> headers{"Id", "Employee Name"};
    auto located = locate_columns(names_at(0, "employee_name"), headers);
    ASSERT_TRUE(located);
    EXPECT_EQ(located->front().position, 1);
}

TEST(LocatingColumns, goes_by_position_alone_without_a_header) {
    auto mapping = names_at(1, "Column 2");
    mapping.has_header = false;
    std::vector<std::string> first_row{"17", "Ana Silva"};
    EXPECT_EQ(locate_columns(mapping, first_row)->front().position, 1);
    mapping.columns[0].position = 5;
    EXPECT_FALSE(locate_columns(mapping, first_row));
}

TEST(LocatingColumns, says_everything_that_is_wrong_at_once) {
    ColumnMapping mapping;
    mapping.columns = {{0, "a", PersonField::site}, {1, "b", PersonField::site}, {7, "gone", PersonField::email}};
    mapping.level_source = LevelSource::job_titles;
    mapping.email_pattern = "nobody@example.org";
    mapping.keep = Keep::only_listed;
    std::vector<std::string> headers{"a", "b"};
    auto located = locate_columns(mapping, headers);
    ASSERT_FALSE(located);
    std::vector<std::string> codes;
    for (auto const& error : located.refusal().errors) codes.push_back(error.pointer + " " + error.code);
    EXPECT_THAT(codes, testing::UnorderedElementsAre("/columns/1/field twice", "/columns no_name_column",
                                                     "/level_source no_column_for_levels", "/email_pattern format",
                                                     "/listed required", "/columns/2/header column_not_in_file"));
}

TEST(TheHeaderKey, is_the_same_for_the_same_columns) {
    EXPECT_EQ(header_key(std::vector<std::string>{"Employee_Name", "Dept "}),
              header_key(std::vector<std::string>{"employee name", "DEPT"}));
    EXPECT_NE(header_key(std::vector<std::string>{"a", "b"}), header_key(std::vector<std::string>{"b", "a"}));
}

}  // namespace
}  // namespace person
