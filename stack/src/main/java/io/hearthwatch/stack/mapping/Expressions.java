package io.hearthwatch.stack.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles expressions of a mapping and reports everything that cannot work on any row. */
final class Expressions {

  /** What is wrong with an expression. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * An expression that can work.
   *
   * @param kind of its result
   * @param roots columns, and the number of a repeat, that decide the result
   */
  record Compiled(Value value, ValueKind kind, List<Scope.Name> roots) {}

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private final DateTexts dates;
  private final Map<String, LookupTable> lookups;
  private final CelCompiler base;
  private final CelRuntime runtime;
  private final Map<Scope, CelCompiler> compilers = new IdentityHashMap<>();

  Expressions(DateTexts dates, int decimals, Map<String, LookupTable> lookups) {
    this.dates = dates;
    this.lookups = lookups;
    Functions functions = new MappingFunctions(dates, decimals, lookups).functions();
    this.base =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.strings())
            .addFunctionDeclarations(functions.declarations())
            .build();
    this.runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings())
            .addFunctionBindings(functions.bindings())
            .build();
  }

  /** Whether an expression can use this name; a template can use any. */
  static boolean usable(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  Compiled compile(String source, Scope scope) throws Refused {
    CelAbstractSyntaxTree tree = check(source, scope);
    CelType type = tree.getResultType();
    ValueKind kind = ValueKind.of(type);
    if (kind == null) {
      throw new Refused("the expression gives " + type.name() + ", which no value can be");
    }
    checkConstants(tree);
    CelExpr root = tree.getExpr();
    if (root.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
      Scope.Name name = scope.find(root.ident().name());
      if (name != null) {
        return new Compiled(row -> row.value(name), kind, name.roots());
      }
    }
    List<Scope.Name> roots = roots(tree, scope);
    return new Compiled(new Remembering(evaluated(tree), roots), kind, roots);
  }

  private CelAbstractSyntaxTree check(String source, Scope scope) throws Refused {
    CelValidationResult result = compilers.computeIfAbsent(scope, this::compiler).compile(source);
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      CelIssue first = result.getErrors().get(0);
      throw new Refused(inWords(first, scope) + " in: " + source.strip());
    }
  }

  private CelCompiler compiler(Scope scope) {
    CelCompilerBuilder builder = base.toCompilerBuilder();
    for (Scope.Name name : scope.all()) {
      if (usable(name.name())) {
        builder.addVar(name.name(), name.kind().celType());
      }
    }
    return builder.build();
  }

  private static String inWords(CelIssue issue, Scope scope) {
    Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
    if (undeclared.matches()) {
      return "no column, variable or function is called '"
          + undeclared.group(1)
          + "'; there are "
          + String.join(", ", scope.names());
    }
    int column = issue.getSourceLocation().getColumn() + 1;
    return issue.getMessage() + " at character " + column;
  }

  private Value evaluated(CelAbstractSyntaxTree tree) throws Refused {
    Program program;
    try {
      program = runtime.createProgram(tree);
    } catch (CelEvaluationException e) {
      throw new Refused("the expression cannot be used: " + e.getMessage());
    }
    return row -> {
      try {
        return program.eval(row);
      } catch (CelEvaluationException e) {
        throw RowProblem.of(e);
      }
    };
  }

  private static List<Scope.Name> roots(CelAbstractSyntaxTree tree, Scope scope) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .map(node -> scope.find(node.expr().ident().name()))
        .filter(Objects::nonNull)
        .flatMap(name -> name.roots().stream())
        .distinct()
        .toList();
  }

  private void checkConstants(CelAbstractSyntaxTree tree) throws Refused {
    List<CelNavigableExpr> calls = new ArrayList<>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .forEach(calls::add);
    for (CelNavigableExpr call : calls) {
      checkConstants(tree, call.expr().call());
    }
  }

  private void checkConstants(CelAbstractSyntaxTree tree, CelExpr.CelCall call) throws Refused {
    String function = call.function();
    List<String> constants = new ArrayList<>();
    for (int index : MappingFunctions.CONSTANT_ARGUMENTS.getOrDefault(function, List.of())) {
      // date(2024, 12, 31) has a number where date(text, 'pattern') has its pattern.
      if (index < call.args().size() && text(tree, call.args().get(index))) {
        constants.add(constant(function, call.args().get(index)));
      }
    }
    if (function.equals("lookup") || function.equals("known")) {
      checkLookup(constants);
    } else if (!constants.isEmpty()) {
      checkPattern(constants.get(0));
    }
  }

  private static boolean text(CelAbstractSyntaxTree tree, CelExpr expression) {
    return tree.getType(expression.id()).filter(SimpleType.STRING::equals).isPresent();
  }

  private static String constant(String function, CelExpr expression) throws Refused {
    boolean constant =
        expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!constant) {
      throw new Refused(
          "patterns, lookups and their columns must be texts in quotes where "
              + function
              + " uses them");
    }
    return expression.constant().stringValue();
  }

  private void checkPattern(String pattern) throws Refused {
    try {
      dates.formatter(pattern);
    } catch (IllegalArgumentException e) {
      throw new Refused("'" + pattern + "' is no date pattern: " + e.getMessage());
    }
  }

  private void checkLookup(List<String> names) throws Refused {
    LookupTable table = lookups.get(names.get(0));
    if (table == null) {
      throw new Refused(
          "no lookup is called '" + names.get(0) + "'; there are " + lookups.keySet());
    }
    if (names.size() > 1 && !table.keep(names.get(1))) {
      throw new Refused(
          "lookup '"
              + names.get(0)
              + "' has no column '"
              + names.get(1)
              + "'; its file has "
              + String.join(", ", table.available()));
    }
  }
}
