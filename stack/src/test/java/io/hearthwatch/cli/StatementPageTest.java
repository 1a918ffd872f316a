package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statement in the terminal, as files that were read by eye. */
class StatementPageTest {

  private static final Path GOLDEN = Path.of("src/test/resources/cli");
  private static final Path PRINTED = Path.of("target/printed");

  @ParameterizedTest
  @EnumSource(Language.class)
  void isGolden(Language language) throws IOException {
    isGolden(TestStatements.sheet(), language, "statement." + language + ".txt");
  }

  @Test
  void aMonthWithoutAnythingTellsWhatIsGone() throws IOException {
    isGolden(TestStatements.nothingAnyMore(), Language.en, "statement-nothing.en.txt");
  }

  private static void isGolden(StatementSheet sheet, Language language, String file)
      throws IOException {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    new StatementPage(language).print(sheet, out);
    out.flush();
    Files.createDirectories(PRINTED);
    Files.writeString(PRINTED.resolve(file), printed.toString());
    assertThat(printed.toString()).isEqualTo(Files.readString(GOLDEN.resolve(file)));
  }
}
