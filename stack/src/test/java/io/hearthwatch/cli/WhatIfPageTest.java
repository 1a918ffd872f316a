package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.policy.PolicyReader;
import io.hearthwatch.stack.whatif.WhatIfTally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhatIfPageTest {

  private static final PolicyBundle BUNDLE =
      PolicyReader.read(PolicyFiles.ofDirectory(Path.of("../policies")), "test", "test");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatDiffersInBothLanguages(Language language) throws IOException {
    new TestStack.Printed(0, print(language, TestWhatIf.differences(), 2), "")
        .isGolden("what-if." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whereNothingDiffersThereIsNoTable(Language language) {
    assertThat(print(language, TestWhatIf.same(), 40))
        .hasLineCount(2)
        .endsWith(language.of("没有差异。\n", "No difference.\n"));
  }

  @Test
  void whereNobodyIsKnownItSaysSo() {
    assertThat(print(Language.en, new WhatIfTally(10, 6), 40))
        .isEqualTo("No household was known by then.\n");
  }

  @Test
  void theCsvHasEveryCellAndItsExamples() throws IOException {
    Path file = folder.resolve("w.csv");
    new WhatIfCsv(new WhatIfText(Language.en, BUNDLE, BUNDLE))
        .write(TestWhatIf.differences(), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "as_of,about,change,region,class_in_force,households,entitlement_old_fen,"
                + "entitlement_new_fen,entitlement_difference_fen",
            "2023-11-30,households,asked,all,all,100,1000000,1000000,0",
            "2023-12-31,households,asked,all,all,100,1000000,1064401,64401",
            "2023-12-31,M01,newly_hit,330102,dibao+monitored,2,,,",
            "2023-12-31,M01,no_longer_hit,330102,none,1,,,",
            "2023-12-31,M03,newly_not_assessable,330102,none,1,,,",
            "2023-12-31,M04,less_urgent,330102,marginal,1,,,",
            "2023-12-31,proposal,none -> dibao/income,330102,none,1,0,64401,64401");
    assertThat(Files.readString(folder.resolve("w-examples.csv")))
        .startsWith("as_of,about,change,household,region,class_in_force,evidence")
        .contains("2023-12-31,M01,newly_hit,h-0001,330102001,dibao+monitored,")
        .contains("2023-12-31,proposal,none -> dibao/income,h-0005,");
  }

  private static String print(Language language, WhatIfTally tally, int limit) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    new WhatIfPage(new WhatIfText(language, BUNDLE, BUNDLE), limit).print(tally, writer);
    writer.flush();
    return out.toString();
  }
}
