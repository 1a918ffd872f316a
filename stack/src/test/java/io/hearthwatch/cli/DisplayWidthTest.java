package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {

  @Test
  void chineseTakesTwoColumns() {
    assertThat(DisplayWidth.of("")).isZero();
    assertThat(DisplayWidth.of("M02")).isEqualTo(3);
    assertThat(DisplayWidth.of("医疗")).isEqualTo(4);
    assertThat(DisplayWidth.of("，。；（）％")).isEqualTo(12);
    assertThat(DisplayWidth.of("M02 医疗")).isEqualTo(8);
    assertThat(DisplayWidth.of("𠮷")).isEqualTo(2);
    assertThat(DisplayWidth.of("가カｶ")).isEqualTo(5);
  }

  @Test
  void marksTakeNoneAndAmbiguousOnesOne() {
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("a\u200Bb")).isEqualTo(2);
    assertThat(DisplayWidth.of("…·é")).isEqualTo(3);
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(DisplayWidth.cut("医疗支出", 8)).isEqualTo("医疗支出");
    assertThat(DisplayWidth.cut("医疗支出", 7)).isEqualTo("医疗支…");
    assertThat(DisplayWidth.cut("医疗支出", 6)).isEqualTo("医疗…");
  }

  @Test
  void columnsLineUp() {
    Table table = new Table("规则", "原因", "END");
    table.row("M02", "医疗支出占收入比", "x");
    table.row("I01", "e\u001B[31mvil", "y");
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    table.print(writer);
    writer.flush();

    assertThat(out.toString().lines())
        .containsExactly(
            "规则  原因              END", "M02   医疗支出占收入比  x", "I01   e\uFFFD[31mvil         y");
  }
}
