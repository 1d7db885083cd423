#include "person/column_mapping.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "person/person.hpp"

namespace person {

namespace {

// Letters and digits only: "Employee_Name", "employee name" and "EmployeeName" are one header.
std::string header_letters(std::string_view header) {
    auto letters = base::plain_letters(header);
    std::erase_if(letters, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
    return letters;
}

struct FieldNames {
    PersonField field;
    std::vector<std::string_view> names;  // best first
};

// In English, German, French and Spanish.
std::vector<FieldNames> const& field_names() {
    static std::vector<FieldNames> const names = {
        {PersonField::external_id,
         {"employeeid",
          "empid",
          "employeenumber",
          "personid",
          "workerid",
          "staffid",
          "personnelnumber",
          "personalnummer",
          "mitarbeiternummer",
          "personnelid",
          "staffnumber",
          "staffno",
          "employeeno",
          "empno",
          "matricule",
          "numeroempleado",
          "numerodeempleado",
          "externalid",
          "hrid",
          "persnr",
          "id",
          "nr",
          "no"}},
        {PersonField::name, {"employeename",    "fullname",         "name",       "displayname", "personname",
                             "workername",      "legalname",        "staffname",  "employee",    "mitarbeiter",
                             "mitarbeitername", "vorundnachname",   "vollername", "nomcomplet",  "nometprenom",
                             "nombrecompleto",  "nombreyapellidos", "empleado",   "colleague",   "person"}},
        {PersonField::given_name,
         {"givenname", "firstname", "forename", "vorname", "prenom", "nombre", "first", "givennames", "firstnames"}},
        {PersonField::family_name,
         {"familyname", "lastname", "surname", "nachname", "familienname", "nomdefamille", "nom", "apellidos",
          "apellido", "last", "secondname"}},
        {PersonField::called_name,
         {"calledname", "preferredname", "knownas", "preferredfirstname", "nickname", "rufname", "nomdusage",
          "nombrepreferido", "goesby"}},
        {PersonField::pronouns, {"pronouns", "pronomen", "pronoms", "pronombres"}},
        {PersonField::email,
         {"email", "workemail", "emailaddress", "workemailaddress", "businessemail", "companyemail", "emailwork",
          "mail", "mailadresse", "emailadresse", "adressemail", "adresseemail", "courriel", "correo",
          "correoelectronico", "userprincipalname", "upn", "emailid"}},
        {PersonField::sign_in_name,
         {"signinname", "username", "login", "loginname", "samaccountname", "benutzername", "anmeldename",
          "identifiant", "usuario", "userid", "networkid"}},
        {PersonField::department,
         {"department", "departmentname", "dept", "deptname", "abteilung", "departement", "service", "departamento",
          "area", "orgunit", "organisationalunit", "organizationalunit", "organisationseinheit", "businessunit",
          "division", "team", "bereich", "direction", "function"}},
        {PersonField::site,
         {"site", "location", "worklocation", "officelocation", "office", "standort", "arbeitsort", "dienstort", "lieu",
          "lieudetravail", "sede", "centrodetrabajo", "building", "branch", "plant", "store", "city", "ort"}},
        {PersonField::job_title,
         {"jobtitle",
          "position",
          "positiontitle",
          "title",
          "jobname",
          "job",
          "role",
          "businesstitle",
          "stelle",
          "stellenbezeichnung",
          "funktion",
          "berufsbezeichnung",
          "taetigkeit",
          "poste",
          "intituledeposte",
          "fonction",
          "puesto",
          "cargo",
          "occupation",
          "designation"}},
        {PersonField::level, {"level",
                              "joblevel",
                              "careerlevel",
                              "managementlevel",
                              "grade",
                              "jobgrade",
                              "band",
                              "jobband",
                              "hierarchy",
                              "hierarchylevel",
                              "ebene",
                              "hierarchieebene",
                              "stufe",
                              "karrierestufe",
                              "niveau",
                              "niveauhierarchique",
                              "echelon",
                              "nivel",
                              "niveljerarquico",
                              "seniority",
                              "seniorite"}},
        {PersonField::manager_id,
         {"managerid", "manageremployeeid", "managerempid", "supervisorid", "linemanagerid", "reportstoid",
          "managernumber", "managerpersonnelnumber", "vorgesetztenid", "vorgesetztennummer", "matriculemanager",
          "matriculeresponsable", "idresponsable", "bossid"}},
        {PersonField::manager_name,
         {"managername",    "manager",     "linemanager",      "linemanagername",  "supervisor",
          "supervisorname", "reportsto",   "reportingto",      "reportingmanager", "boss",
          "vorgesetzter",   "vorgesetzte", "vorgesetztername", "fuhrungskraft",    "fuehrungskraft",
          "responsable",    "superieur",   "nomdumanager",     "superior",         "jefe",
          "supervisadopor"}},
        {PersonField::manager_email,
         {"manageremail", "managersemail", "supervisoremail", "linemanageremail", "emailmanager", "vorgesetzteremail",
          "emailresponsable", "emaildumanager"}},
        {PersonField::hired_on,
         {"hiredon",     "dateofhire",     "hiredate",     "hiringdate",      "startdate",           "dateofjoining",
          "joiningdate", "joindate",       "joined",       "employmentstart", "employmentstartdate", "originalhiredate",
          "entrydate",   "eintrittsdatum", "eintritt",     "eintrittam",      "datedembauche",       "datedentree",
          "dateentree",  "fechadeingreso", "fechaingreso", "fechadealta",     "fechadecontratacion"}},
        {PersonField::left_on,
         {"lefton", "dateoftermination", "terminationdate", "leavingdate", "leavedate", "enddate", "exitdate",
          "employmentend", "employmentenddate", "lastworkingday", "lastday", "dateofleaving", "austrittsdatum",
          "austritt", "datedesortie", "datedepart", "datededepart", "fechadesalida", "fechadebaja"}},
        {PersonField::time_zone, {"timezone", "tz", "zeitzone", "fuseauhoraire", "zonahoraria"}},
        {PersonField::language,
         {"language", "preferredlanguage", "sprache", "langue", "idioma", "locale", "correspondencelanguage"}},
    };
    return names;
}

struct NeverReadNames {
    NeverRead kind;
    std::vector<std::string_view> whole;  // the header itself
    std::vector<std::string_view> parts;  // anywhere in it
};

std::vector<NeverReadNames> const& never_read_names() {
    static std::vector<NeverReadNames> const names = {
        {NeverRead::birth_date, {"dob", "gebdat", "yob"}, {"birth", "geburt", "naissance", "nacimiento", "dateofb"}},
        {NeverRead::age,
         {"age", "ages", "alter", "edad", "agegroup", "ageband", "employeeage", "ageyears", "altersgruppe"},
         {"generation", "lebensalter", "tranchedage"}},
        {NeverRead::performance,
         {"pip", "rating", "potential", "score", "talent"},
         {"perf", "appraisal", "ratingscore", "beurteilung", "leistung", "evaluation", "desempeno", "ninebox",
          "lastreview", "reviewdate", "reviewscore", "dayslate"}},
        {NeverRead::pay,
         {"pay", "base", "ote", "wages", "entgelt"},
         {"salary",       "salar",      "wage",    "compensation", "bonus",   "gehalt",   "lohn",
          "remuneration", "hourlyrate", "payrate", "paygrade",     "payband", "payscale", "sueldo",
          "nomina",       "comprati",   "basepay", "bankaccount",  "iban",    "taxid",    "annualrate"}},
        {NeverRead::gender,
         {"sex", "sexe", "sexo", "geschlecht", "m f", "mf"},
         {"gender", "genre", "genero", "geschlecht", "transgender", "sexualor"}},
        {NeverRead::ethnicity,
         {"race", "raza"},
         {"ethnic", "racedesc", "racecode", "hispanic", "latino", "diversity", "minority", "ethnie", "etnia"}},
        {NeverRead::family_state,
         {"children", "kinder"},
         {"marital", "married", "spouse", "dependent", "familienstand", "etatcivil", "situationfamiliale",
          "estadocivil", "emergencycontact", "maternity", "parental"}},
        {NeverRead::citizenship,
         {"visa", "passport"},
         {"citizen", "nationality", "staatsangehor", "nationalite", "nacionalidad", "immigration", "passportn",
          "nationalid", "ssn", "socialsecurity", "sozialversicherung"}},
        {NeverRead::religion, {"faith"}, {"religion", "konfession", "kirchensteuer"}},
        {NeverRead::health,
         {"sick", "disability", "leavetype"},
         {"absence", "sickdays", "sickleave", "disab", "health", "medical", "krank", "behinder", "fehltage", "handicap",
          "discapacidad", "maladie", "veteran"}},
        {NeverRead::union_membership,
         {"union"},
         {"unionmember", "tradeunion", "gewerkschaft", "syndicat", "sindicato"}},
        {NeverRead::home_address,
         {"zip", "street", "plz", "address", "adresse", "phone", "mobile", "state"},
         {"zipcode", "postal", "postcode", "homeaddress", "homephone", "privateaddress", "strasse", "codepostal",
          "codigopostal", "homecity", "personalemail", "privateemail", "personalphone"}},
        {NeverRead::attitude, {"engagement"}, {"satisfaction", "engagementsurvey", "engagementscore", "zufriedenheit"}},
        {NeverRead::leaving_reason,
         {},
         {"termreason", "terminationreason", "leavingreason", "reasonforleaving", "austrittsgrund", "exitreason",
          "motifdepart", "motivobaja"}},
    };
    return names;
}

bool names_it(NeverReadNames const& names, std::string const& letters) {
    return std::find(names.whole.begin(), names.whole.end(), letters) != names.whole.end() ||
           std::any_of(names.parts.begin(), names.parts.end(),
                       [&](auto part) { return letters.find(part) != std::string::npos; });
}

std::optional<std::size_t> rank_of(FieldNames const& names, std::string const& letters) {
    auto found = std::find(names.names.begin(), names.names.end(), letters);
    if (found == names.names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.names.begin());
}

// The free column whose header stands first in the field's list.
ProposedColumn* best_column(FieldNames const& names, std::vector<ProposedColumn>& columns) {
    ProposedColumn* best = nullptr;
    auto best_rank = names.names.size();
    for (auto& column : columns) {
        auto rank = rank_of(names, header_letters(column.header));
        if (!rank || *rank >= best_rank || column.field || column.never_read) continue;
        best = &column;
        best_rank = *rank;
    }
    return best;
}

std::optional<std::size_t> find_header(MappedColumn const& column, std::span<std::string const> headers,
                                       bool has_header) {
    auto position = static_cast<std::size_t>(column.position);
    if (!has_header) return position < headers.size() ? std::optional(position) : std::nullopt;
    auto wanted = header_letters(column.header);
    if (position < headers.size() && header_letters(headers[position]) == wanted) return position;
    for (std::size_t i = 0; i < headers.size(); ++i)
        if (header_letters(headers[i]) == wanted) return i;
    return std::nullopt;
}

std::string column_pointer(std::size_t index, std::string_view key) {
    return "/columns/" + std::to_string(index) + "/" + std::string(key);
}

bool has_field(std::span<MappedColumn const> columns, PersonField field) {
    return std::any_of(columns.begin(), columns.end(), [&](auto const& column) { return column.field == field; });
}

std::vector<base::FieldError> check_fields(ColumnMapping const& mapping) {
    std::vector<base::FieldError> errors;
    std::set<PersonField> seen;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i)
        if (!seen.insert(mapping.columns[i].field).second) errors.push_back({column_pointer(i, "field"), "twice", {}});
    if (!seen.contains(PersonField::name) && !seen.contains(PersonField::given_name) &&
        !seen.contains(PersonField::family_name))
        errors.push_back({"/columns", "no_name_column", {}});
    auto needs_titles = mapping.level_source == LevelSource::job_titles;
    auto needs_level = mapping.level_source != LevelSource::none && !needs_titles;
    if ((needs_titles && !seen.contains(PersonField::job_title)) || (needs_level && !seen.contains(PersonField::level)))
        errors.push_back({"/level_source", "no_column_for_levels", {}});
    if (mapping.email_pattern && !EmailPattern::parse(*mapping.email_pattern))
        errors.push_back({"/email_pattern", "format", {}});
    if (mapping.keep == Keep::only_listed && mapping.listed.empty()) errors.push_back({"/listed", "required", {}});
    return errors;
}

}  // namespace

std::optional<NeverRead> never_read(std::string_view header) {
    auto letters = header_letters(header);
    for (auto const& names : never_read_names())
        if (names_it(names, letters)) return names.kind;
    return std::nullopt;
}

std::vector<ProposedColumn> propose_columns(std::span<std::string const> headers) {
    std::vector<ProposedColumn> columns;
    for (std::size_t i = 0; i < headers.size(); ++i)
        columns.push_back({static_cast<std::int32_t>(i), headers[i], std::nullopt, never_read(headers[i])});
    for (auto const& names : field_names())
        if (auto* column = best_column(names, columns)) column->field = names.field;
    return columns;
}

ColumnMapping mapping_of(std::span<ProposedColumn const> columns) {
    ColumnMapping mapping;
    for (auto const& column : columns)
        if (column.field) mapping.columns.push_back({column.position, column.header, *column.field});
    // One column for the whole name is enough; parts beside it would say the same again.
    if (has_field(mapping.columns, PersonField::name) && !has_field(mapping.columns, PersonField::family_name))
        std::erase_if(mapping.columns, [](auto const& column) { return column.field == PersonField::given_name; });
    if (has_field(mapping.columns, PersonField::level)) mapping.level_source = LevelSource::rising_number;
    return mapping;
}

base::Result<std::vector<MappedColumn>> locate_columns(ColumnMapping const& mapping,
                                                       std::span<std::string const> headers) {
    auto errors = check_fields(mapping);
    std::vector<MappedColumn> located;
    std::set<std::size_t> taken;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        auto const& column = mapping.columns[i];
        auto position = find_header(column, headers, mapping.has_header);
        if (!position) {
            errors.push_back({column_pointer(i, "header"), "column_not_in_file", {{"header", column.header}}});
        } else if (!taken.insert(*position).second) {
            errors.push_back({column_pointer(i, "position"), "twice", {}});
        } else {
            located.push_back({static_cast<std::int32_t>(*position), column.header, column.field});
        }
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    std::sort(located.begin(), located.end(), [](auto const& a, auto const& b) { return a.position < b.position; });
    return located;
}

std::string header_key(std::span<std::string const> headers) {
    std::string key;
    for (auto const& header : headers) key += header_letters(header) + "\n";
    return key;
}

}  // namespace person
