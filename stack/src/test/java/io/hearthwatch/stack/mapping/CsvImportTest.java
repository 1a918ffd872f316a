package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

  /** The envelope that these tests do not care about. */
  private static final String COMMON =
      """
          common:
            eventId: t/{id}
            source: finance
            householdId: h-{id}
            registeredRegion: CN.1
            occurredOn: =date(day)
      """;

  private static final String BILLS =
      "inputs:\n  - files: bills*.csv\n"
          + COMMON
          + """
              events:
                - ExpenseIncurred: {category: medical, grossFen: =fen(bill)}
          """;

  @TempDir private Path folder;
  private MappedFiles files;

  @BeforeEach
  void start() {
    files = new MappedFiles(folder);
  }

  private List<String> ids() {
    return files.sink.events.stream().map(HouseholdEvent::householdId).toList();
  }

  private static long net(HouseholdEvent event) {
    return ((ExpenseIncurred) event.body()).netFen();
  }

  @Test
  void fillsEveryFieldOfAnEvent() {
    files
        .mapping(
            """
            zone: Asia/Shanghai
            decimals: 1
            inputs:
              - files: all.csv
                events:
                  - ClassRecognised:
                      householdClass: dibao
                      variant: "{local}"
                      validThrough: =dateOrNone(through, 'yyyyMMdd')
                    eventId: all/{id}
                    kind: "=op == 'd' ? 'VOID' : 'CORRECT'"
                    revision: "{rev}"
                    source: civil-affairs
                    householdId: "{id}"
                    personId: "{person}"
                    registeredRegion: CN.1
                    helpingRegion: CN.2
                    occurredOn: 2024-05-01
                    reportedAt: =instant(told)
                  - InsuranceChanged: {scheme: commercial, insured: true}
                    eventId: all/{id}/insured
                    source: civil-affairs
                    householdId: "{id}"
                    registeredRegion: CN.1
                    occurredOn: 2024-05-01
            """)
        .input(
            "all.csv",
            """
            id,op,rev,person,local,through,told
            7,d,3,p-1,urban,20251231,2024-05-02T08:00:00+08:00
            8,c,4,,,,2024-05-01T15:59:59Z
            """)
        .run();
    HouseholdEvent first = files.sink.events.get(0);
    assertThat(first)
        .isEqualTo(
            new HouseholdEvent(
                new NameBasedId(NameBasedId.EVENTS).of("all/7"),
                EventKind.VOID,
                3,
                "civil-affairs",
                "7",
                "p-1",
                "CN.1",
                "CN.2",
                19844,
                Instant.parse("2024-05-02T00:00:00Z").toEpochMilli(),
                new ClassRecognised("dibao", "urban", 20453)));
    HouseholdEvent third = files.sink.events.get(2);
    assertThat(third.personId()).as("an empty text is no person").isNull();
    assertThat(third.body()).isEqualTo(new ClassRecognised("dibao", null, null));
    HouseholdEvent second = files.sink.events.get(1);
    assertThat(second.kind()).isEqualTo(EventKind.NOTIFY);
    assertThat(second.revision()).isZero();
    assertThat(second.body()).isEqualTo(new InsuranceChanged("commercial", true, null));
    assertThat(Instant.ofEpochMilli(second.reportedAt()))
        .as("the last second of the day, in the zone")
        .isEqualTo("2024-05-01T15:59:59Z");
  }

  @Test
  void filtersRowsAndEvents() {
    ImportResult result =
        files
            .mapping(
                "inputs:\n  - files: bills.csv\n    where: bill != '0'\n"
                    + COMMON
                    + """
                        events:
                          - when: =fen(bill) >= 1000
                            ExpenseIncurred: {category: medical, grossFen: =fen(bill)}
                          - when: id.startsWith('1')
                            eventId: t/{id}/living
                            ExpenseIncurred: {category: living, grossFen: =fen(bill)}
                    """)
            .input("bills.csv", "id,day,bill\n1,2024-01-01,20\n2,2024-01-01,5\n3,2024-01-01,0\n")
            .run();
    assertThat(ids()).containsExactly("h-1", "h-1");
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.badRows()).isZero();
  }

  @Test
  void repeatsAnEventForARangeOfNumbers() {
    files
        .mapping(
            "inputs:\n  - files: people.csv\n"
                + COMMON.replace("=date(day)", "=date(year, 12, 31)").replace("{id}", "{id}/{year}")
                + """
                    events:
                      - repeat: {variable: year, from: =number(first), to: 2012}
                        when: year != 2011
                        IncomeReceived:
                          monthEarned: =month(year, 12)
                          kind: wage
                          amountFen: =number(income) * 100 + year
                """)
        .input("people.csv", "id,first,income\n1,2009,10\n2,2012,20\n3,2013,30\n")
        .run();
    assertThat(files.sink.events)
        .extracting(HouseholdEvent::body)
        .containsExactly(
            new IncomeReceived(Month.ofNumber(200912), "wage", 3009),
            new IncomeReceived(Month.ofNumber(201012), "wage", 3010),
            new IncomeReceived(Month.ofNumber(201212), "wage", 3012),
            new IncomeReceived(Month.ofNumber(201212), "wage", 4012));
  }

  @Test
  void aRepeatHasABound() {
    files
        .mapping(
            BILLS.replace(
                "- ExpenseIncurred",
                "- repeat: {variable: n, from: 1, to: =number(bill)}\n        ExpenseIncurred"))
        .input("bills.csv", "id,day,bill\n1,2024-01-01,1001\n2,2024-01-01,1000\n")
        .run();
    assertThat(files.sink.events).hasSize(1000);
    assertThat(files.report())
        .containsExactly("bills.csv,2,to (line 10 of the mapping): repeats more than 1000 times");
  }

  @Test
  void joinsTablesByKey() {
    files
        .mapping(
            """
            lookups:
              homes: {files: homes.csv, key: id, where: state == 'open'}
              towns: {files: towns.csv, key: [county, town], format: {delimiter: ";"}}
            """
                + BILLS
                    .replace(
                        "registeredRegion: CN.1",
                        "registeredRegion: =lookup('towns', lookup('homes', id, 'place'), 'code')")
                    .replace(
                        "category: medical",
                        "category: \"=known('homes', 'x') ? 'x' : lookup('homes', id, 'use',"
                            + " 'other')\""))
        .gzipped(
            "homes.csv.gz",
            "id,place,state,use\n1,a/b,open,housing\n2,a/c,closed,x\n2,a/c,open,y\n")
        .beside("towns.csv", "county;town;code\na;b;CN.1\na;c;CN.2\n")
        .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2,2024-01-01,1\n3,2024-01-01,1\n")
        .run();
    assertThat(files.sink.events)
        .extracting(HouseholdEvent::registeredRegion)
        .containsExactly("CN.1", "CN.2");
    assertThat(files.report())
        .containsExactly(
            "bills.csv,4,registeredRegion (line 10 of the mapping): lookup 'homes' does not know the"
                + " key");
  }

  @Test
  void lookupsAreBoundedAndUnambiguous() {
    String mapping =
        "lookups:\n  homes: {files: homes.csv, key: id, maxRows: 2}\n"
            + BILLS.replace("CN.1", "=lookup('homes', id, 'region')");
    files.mapping(mapping).input("bills.csv", "id,day,bill\n1,2024-01-01,1\n");
    files.beside("homes.csv", "id,region\n1,CN.1\n2,CN.1\n3,CN.1\n");
    assertThatThrownBy(files::run)
        .isInstanceOf(ImportFailure.class)
        .hasMessageEndingWith(
            "homes.csv:4: lookup 'homes': more than 2 rows; narrow it by 'where', or raise"
                + " 'maxRows' if the memory suffices");
    files.beside("homes.csv", "id,region\n1,CN.1\n1,CN.2\n");
    assertThatThrownBy(files::run)
        .hasMessageEndingWith(
            "homes.csv:3: lookup 'homes': the key is there already; choose one of its rows by"
                + " 'where'");
    assertThat(files.sink.calls).isEmpty();
  }

  @Test
  void aMissingLookupFileIsNamed() {
    files
        .mapping("lookups:\n  homes: {files: homes.csv, key: id}\n" + BILLS)
        .input("bills.csv", "id,day,bill\n");
    assertThatThrownBy(files::run)
        .hasMessage(
            "mapping.yaml:2: lookup 'homes' needs a file homes.csv; give it or put it beside the"
                + " others");
  }

  @Test
  void readsWhatDepartmentsSend() {
    files
        .mapping(
            """
            format: {charset: GB18030, delimiter: "|", quote: none}
            inputs:
              - files: "bills*"
                rename: {编号: id, 日期: day, 金额: bill}
            """
                + COMMON
                + """
                    events:
                      - ExpenseIncurred: {category: medical, grossFen: "=fen(bill.replace(',', ''))"}
                """)
        .input("bills1.txt", "编号|日期|金额\n1|2024-01-01|1,234.50\n", Charset.forName("GB18030"))
        .input("bills2.txt", "日期|姓名|金额|编号\n2024-01-01|甲|2|2\n", Charset.forName("GB18030"))
        .run();
    assertThat(ids()).containsExactly("h-1", "h-2");
    assertThat(files.sink.events).extracting(CsvImportTest::net).containsExactly(123450L, 200L);
  }

  @Test
  void namesColumnsWhereThereIsNoHeaderAndUnpacksByContent() {
    files
        .mapping(
            BILLS.replace(
                "files: bills*.csv",
                "files: bills*.csv\n    format: {header: false}\n    columns: [id, '', day, bill]"))
        .gzipped("bills1.csv.gz", "1,x,2024-01-01,1\n")
        .gzipped("bills2.csv", "2,x,2024-01-01,1\n")
        .input("bills3.csv", "3,x,2024-01-01,1\n")
        .run();
    assertThat(ids()).containsExactly("h-1", "h-2", "h-3");
  }

  @Test
  void badRowsGoToTheReportWithoutTheirValues() throws Exception {
    ImportResult result =
        files
            .mapping(
                BILLS.replace(
                    "grossFen: =fen(bill)",
                    "grossFen: =fen(bill), basicInsuranceFen: =fen(bill) + number(extra)"))
            .input(
                "bills.csv",
                """
                id,day,bill,extra
                1,2024-01-01,1.00,0
                2,SECRET,1.00,0
                3,2024-01-01,7.77777,0
                4,2024-01-01,1.00,424242
                SECRET 5,2024-01-01,1.00,0
                6,2024-01-01,1.00,SECRET
                7,1850-01-01,1.00,0
                8,2024-01-01,-7.77,0
                9,2024-01-01,92233720368547758.07,1
                10,2024-01-01
                11,2024-01-02,1.00,0
                """)
            .run();
    assertThat(ids()).containsExactly("h-1", "h-11");
    assertThat(result.rows()).isEqualTo(11);
    assertThat(result.badRows()).isEqualTo(9);
    String body = "ExpenseIncurred (line 10 of the mapping): ";
    String gross = "ExpenseIncurred.grossFen (line 10 of the mapping): ";
    String basic = "ExpenseIncurred.basicInsuranceFen (line 10 of the mapping): ";
    assertThat(files.report())
        .containsExactly(
            "bills.csv,3,occurredOn (line 8 of the mapping): a text is no day written yyyy-MM-dd",
            "bills.csv,4," + gross + "an amount has more than 2 decimals",
            "bills.csv,5," + body + "what others covered is more than the bill",
            "bills.csv,6," + body + "householdId has a character that is not allowed",
            "bills.csv,7," + basic + "a text is no whole number",
            "bills.csv,8,occurredOn (line 8 of the mapping): a day is not within 1900 to 2199",
            "bills.csv,9," + body + "grossFen is negative",
            "bills.csv,10," + basic + "a number is too large",
            "bills.csv,11,the row has 2 columns instead of 4");
    assertThat(Files.readString(files.reportPath()))
        .doesNotContain("SECRET", "424242", "7777", "777")
        .startsWith("input,line,reason\n");
  }

  @Test
  void aRowGivesAllOfItsEventsOrNone() {
    files
        .mapping(
            BILLS
                + "      - ExpenseIncurred: {category: living, grossFen: =fen(rent)}\n"
                + "        eventId: t/{id}/rent\n")
        .input("bills.csv", "id,day,bill,rent\n1,2024-01-01,1,x\n2,2024-01-01,1,1\n")
        .run();
    assertThat(ids()).containsExactly("h-2", "h-2");
    assertThat(files.report()).hasSize(1);
  }

  @Test
  void aRowMayBeHeldToANumberOfEvents() {
    files
        .mapping(
            BILLS
                .replace("    common:", "    eventsPerRow: 1\n    common:")
                .replace("- ExpenseIncurred", "- when: bill != '0'\n        ExpenseIncurred"))
        .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2,2024-01-01,0\n")
        .run();
    assertThat(files.report()).containsExactly("bills.csv,3,the row gives 0 events instead of 1");
  }

  @Test
  void tooManyBadRowsStop() {
    files
        .mapping(BILLS)
        .input("bills.csv", "id,day,bill\n1,x,1\n2,2024-01-01,1\n3,x,1\n4,2024-01-01,1\n")
        .maxBad(1);
    assertThatThrownBy(files::run)
        .isInstanceOf(ImportFailure.class)
        .hasMessageStartingWith("stopped after 2 bad rows; see ");
    assertThat(ids()).containsExactly("h-2");
    assertThat(files.report()).hasSize(2);
    assertThat(new MappedFiles(folder).mapping(BILLS).given(files.inputs.get(0)).maxBad(2).run())
        .extracting(ImportResult::badRows)
        .isEqualTo(2L);
  }

  @Test
  void anUnevaluatedLetValueHarmsNothing() {
    files
        .mapping(
            BILLS
                .replace("    common:", "    let: {amount: =fen(bill)}\n    common:")
                .replace("grossFen: =fen(bill)", "grossFen: \"=bill == 'none' ? 0 : amount\""))
        .input("bills.csv", "id,day,bill\n1,2024-01-01,none\n2,2024-01-01,3\n3,2024-01-01,?\n")
        .run();
    assertThat(files.sink.events).extracting(CsvImportTest::net).containsExactly(0L, 300L);
    assertThat(files.report())
        .as("a failing let value is named")
        .singleElement()
        .asString()
        .contains("amount (line 3 of the mapping): a text is no decimal number");
  }

  @Test
  void aSliceOfDays() {
    files
        .mapping(BILLS)
        .input(
            "bills.csv",
            "id,day,bill\n1,2023-12-31,1\n2,2024-01-01,1\n3,2024-12-31,1\n4,2025-01-01,1\n")
        .days("2024-01-01", "2024-12-31");
    assertThat(files.run().outside()).isEqualTo(2);
    assertThat(ids()).containsExactly("h-2", "h-3");
  }

  @Test
  void aDryRunSendsNothingAndCounts() {
    ImportResult result =
        files
            .mapping(BILLS)
            .input("bills.csv", "id,day,bill\n1,2023-12-31,1\n2,2024-02-01,1\n3,x,1\n")
            .completeThrough("2024-02-01")
            .dryRun()
            .run();
    assertThat(result.byType())
        .containsOnly(java.util.Map.entry("ExpenseIncurred", new DayCount(2, 19722, 19754)));
    assertThat(result.badRows()).isEqualTo(1);
    assertThat(files.sink.events).isEmpty();
    assertThat(files.sink.calls).isEmpty();
  }

  @Test
  void completenessFollowsTheEvents() {
    ImportResult result =
        files
            .mapping("regionPrefix: CN.1\n" + BILLS)
            .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n")
            .completeThrough("2024-01-31")
            .run();
    assertThat(files.sink.calls).containsExactly("flush 1", "finance|CN.1|2024-01-31", "flush 1");
    assertThat(result.completed()).containsExactly("finance");
    assertThat(result.completenessWithheld()).isFalse();
  }

  @Test
  void aFileWithBadRowsIsNotComplete() {
    ImportResult result =
        files
            .mapping(BILLS)
            .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2,2024-01-01,x\n")
            .completeThrough("2024-01-31")
            .run();
    assertThat(files.sink.calls).containsExactly("flush 1");
    assertThat(result.completenessWithheld()).isTrue();
  }

  /** The job would refuse it; and who has lost a day here must not be told that it is complete. */
  @Test
  void aDayThatIsNotOverIsABadRow() {
    LocalDate tomorrow = LocalDate.now().plusDays(1);
    ImportResult result =
        files
            .mapping(BILLS)
            .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2," + tomorrow + ",1\n")
            .completeThrough("2024-01-31")
            .run();
    assertThat(ids()).containsExactly("h-1");
    assertThat(files.report()).singleElement().asString().contains("the day is not over");
    assertThat(result.completenessWithheld()).isTrue();
  }

  @Test
  void whatIsReportedInTheFutureIsABadRow() {
    String told = "      reportedAt: =instant(told)\n      occurredOn:";
    files
        .mapping(BILLS.replace("      occurredOn:", told))
        .input("bills.csv", "id,day,bill,told\n1,2024-01-01,1,2099-01-01T00:00:00Z\n")
        .run();
    assertThat(files.report())
        .singleElement()
        .asString()
        .contains("reportedAt")
        .contains("it is reported in the future");
  }

  /** As likely a transfer that failed as a day without news. */
  @Test
  void anEmptyFileWithoutAHeaderIsRefused() {
    files
        .mapping(
            BILLS.replace(
                "files: bills*.csv",
                "files: bills*.csv\n    format: {header: false}\n    columns: [id, day, bill]"))
        .gzipped("bills.csv.gz", "")
        .completeThrough("2024-01-31");
    assertThatThrownBy(files::run)
        .hasMessageEndingWith("bills.csv.gz is empty; leave it out where nothing happened");
    assertThat(files.sink.calls).isEmpty();
  }

  @Test
  void ofSeveralFilesOfALookupThoseColumnsCountThatAllHave() {
    files
        .mapping(
            "lookups:\n  homes: {files: homes*.csv, key: id}\n"
                + BILLS.replace("CN.1", "=lookup('homes', id, 'town')"))
        .beside("homes-2023.csv", "id\n1\n")
        .beside("homes-2024.csv", "id,town\n2,CN.1\n")
        .input("bills.csv", "id,day,bill\n2,2024-01-01,1\n");
    assertThatThrownBy(files::run).hasMessageContaining("has no column 'town'");
  }

  @Test
  void twiceGivesTheSameEvents() {
    files.mapping(BILLS).input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2,2024-01-02,2\n");
    files.run();
    List<HouseholdEvent> first = List.copyOf(files.sink.events);
    files.sink.events.clear();
    files.run();
    assertThat(files.sink.events).isEqualTo(first).hasSize(2);
  }

  @Test
  void repeatedIdsAreNoticed() {
    ImportResult result =
        files
            .mapping(BILLS)
            .input("bills.csv", "id,day,bill\n1,2024-01-01,1\n2,2024-01-01,1\n1,2024-01-01,9\n")
            .run();
    assertThat(result.repeatedIds()).isEqualTo(1);
    assertThat(result.firstRepeated()).isEqualTo("bills.csv:4");
  }

  @Test
  void rowsKeepTheirOrderAcrossInputsAsGiven() {
    files
        .mapping(BILLS)
        .input("bills2.csv", "id,day,bill\n3,2024-03-01,1\n1,2024-01-01,1\n")
        .input("bills1.csv", "id,day,bill\n2,2024-02-01,1\n")
        .run();
    assertThat(ids()).containsExactly("h-3", "h-1", "h-2");
  }

  @Test
  void orHaveTheOrderOfReportingWithBoundedMemory() {
    files
        .mapping("order: reported\n" + BILLS)
        .input("bills2.csv", "id,day,bill\n3,2024-03-01,1\n1,2024-01-01,1\n4,2024-03-01,1\n")
        .input("bills1.csv", "id,day,bill\n2,2024-02-01,1\n5,2024-03-01,1\n0,2024-01-01,1\n")
        .sortInMemory(1)
        .run();
    assertThat(ids()).containsExactly("h-1", "h-0", "h-2", "h-3", "h-4", "h-5");
  }

  @Test
  void aFolderGivesWhatTheMappingNames() {
    files
        .mapping(BILLS)
        .beside("bills2.csv", "id,day,bill\n2,2024-01-01,1\n")
        .beside("bills1.csv", "id,day,bill\n1,2024-01-01,1\n")
        .beside("notes.txt", "nothing")
        .given(folder)
        .run();
    assertThat(ids()).containsExactly("h-1", "h-2");
  }

  @Test
  void filesThatCannotBeMeant() {
    files.mapping(BILLS).input("bills.csv", "id,day,bill\n").given(folder.resolve("bills.csv"));
    assertThatThrownBy(files::run).hasMessageEndingWith("bills.csv is given twice");
    MappedFiles other = new MappedFiles(folder).mapping(BILLS).input("costs.csv", "id\n");
    assertThatThrownBy(other::run)
        .hasMessageEndingWith("costs.csv is not named as the mapping expects: bills*.csv");
    MappedFiles missing = new MappedFiles(folder).mapping(BILLS).given(folder.resolve("none.csv"));
    assertThatThrownBy(missing::run).hasMessageEndingWith("none.csv is not there or not readable");
    MappedFiles twice =
        new MappedFiles(folder)
            .mapping(BILLS + BILLS.replace("inputs:\n", "").replace("bills*", "b*"))
            .given(folder.resolve("bills.csv"));
    assertThatThrownBy(twice::run)
        .hasMessage(
            "mapping.yaml:11: bills.csv is also described at line 2; make the names distinct");
  }
}
