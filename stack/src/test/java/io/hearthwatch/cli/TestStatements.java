package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Sheets of a household whose months have every kind of change. */
final class TestStatements {

  static final String HOSTILE_HOUSEHOLD = "h<script>alert(1)</script>";
  static final String HOSTILE_PERSON = "p\"&'<b>";

  private static final String REGION = "330106";

  private TestStatements() {}

  /** From marginal to dibao; a payment corrected; one line gone, one policy that is not known. */
  static StatementSheet sheet() throws IOException {
    Statement november =
        of(
            202311,
            "2023-11-20",
            "marginal",
            line("charity", "charity", null, null, 1, 100_000, 0, false),
            line("education-aid", "education", "education-aid-2023", "p-3", 0, 0, 25_000, false),
            line("housing-aid", "housing", null, null, 0, 0, 40_000, false));
    Statement first =
        of(
            202312,
            "2023-12-09",
            "dibao",
            line("dibao", "civil-affairs", "dibao-line-urban", null, 1, 164_400, 0, false),
            line("education-aid", "education", "education-aid-2023", "p-3", 0, 0, 300_000, false),
            line("housing-aid", "housing", null, null, 0, 0, 40_000, false));
    Statement last =
        of(
            202312,
            "2023-12-20",
            "dibao",
            line("dibao", "civil-affairs", "dibao-line-urban", null, 1, 164_400, 164_400, false),
            line("education-aid", "education", "education-aid-2023", "p-3", 0, 0, 30_000, true),
            line("housing-aid", "housing", null, null, 0, 0, 40_000, false));
    return new StatementSheet(
        "household-1", Month.ofNumber(202312), null, List.of(last, first), november, policies());
  }

  /** A month for which nothing was given, after one with a line. */
  static StatementSheet nothingAnyMore() {
    Statement november =
        of(
            202311,
            "2023-11-20",
            "dibao",
            line("dibao", "civil-affairs", "dibao-line-urban", null, 1, 50_000, 50_000, false));
    return new StatementSheet(
        "household-1",
        Month.ofNumber(202312),
        LocalDate.parse("2023-12-31"),
        List.of(),
        november,
        PolicyBundle.NONE);
  }

  /** Ids and codes that no department may send, in case one comes through after all. */
  static StatementSheet hostile() {
    Statement december =
        new Statement(
            Month.ofNumber(202312),
            (int) LocalDate.parse("2023-12-09").toEpochDay(),
            "33</dd>",
            List.of("<i>"),
            List.of("<b>"),
            List.of(line("dibao\u0007", "civil<", "]]>&amp;", HOSTILE_PERSON, 1, 100, 100, false)));
    return new StatementSheet(
        HOSTILE_HOUSEHOLD,
        Month.ofNumber(202312),
        null,
        List.of(december),
        null,
        PolicyBundle.NONE);
  }

  static Statement of(int month, String knownOn, String householdClass, Statement.Line... lines) {
    return new Statement(
        Month.ofNumber(month),
        (int) LocalDate.parse(knownOn).toEpochDay(),
        REGION,
        List.of(householdClass),
        List.of(month == 202311 ? householdClass : "marginal"),
        List.of(lines));
  }

  static Statement.Line line(
      String programme,
      String department,
      String policy,
      String personId,
      long grants,
      long grantedFen,
      long paidFen,
      boolean corrected) {
    return new Statement.Line(
        programme, department, policy, personId, grants, grantedFen, paidFen, corrected);
  }

  private static PolicyBundle policies() throws IOException {
    return PolicyReader.read(PolicyFiles.ofDirectory(Path.of("..", "policies")), "test", "test");
  }
}
