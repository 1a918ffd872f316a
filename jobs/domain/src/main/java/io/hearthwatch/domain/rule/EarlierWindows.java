package io.hearthwatch.domain.rule;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How far back words reach that look at what was before their second window: as far as both windows
 * together, though neither is that long.
 */
public final class EarlierWindows {

  /** Words of two windows, the one before the other. */
  static final Set<String> WORDS = Set.of("earlierIncome", "earlierRigid");

  private EarlierWindows() {}

  /** Both windows of each such word as one; windows of different units are not put together. */
  public static List<Window> of(Rule rule) {
    List<Window> reached = new ArrayList<>();
    for (CelExpr.CelCall call : RuleCalls.of(rule)) {
      List<CelExpr> arguments = call.args();
      if (WORDS.contains(call.function()) && arguments.size() == 2) {
        long first = count(arguments.get(0));
        long second = count(arguments.get(1));
        boolean inMonths = word(arguments.get(0)).equals("months");
        if (first > 0 && second > 0 && word(arguments.get(0)).equals(word(arguments.get(1)))) {
          reached.add(new Window(Math.toIntExact(first + second), inMonths));
        }
      }
    }
    return reached;
  }

  /** The length of a window that is written out; 0 of anything else. */
  private static long count(CelExpr window) {
    if (window.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return 0;
    }
    List<CelExpr> arguments = window.call().args();
    boolean written =
        arguments.size() == 1
            && arguments.get(0).getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && arguments.get(0).constant().getKind() == CelConstant.Kind.INT64_VALUE;
    long count = written ? arguments.get(0).constant().int64Value() : 0;
    return count <= Window.MAX_COUNT / 2 ? count : Window.MAX_COUNT / 2;
  }

  private static String word(CelExpr window) {
    return window.getKind() == CelExpr.ExprKind.Kind.CALL ? window.call().function() : "";
  }
}
