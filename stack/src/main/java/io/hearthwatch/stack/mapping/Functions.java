package io.hearthwatch.stack.mapping;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects functions for CEL: what the checker must know of each, and what the evaluator calls. */
final class Functions {

  /** A function of a mapping; throws RowProblem. */
  interface Body {
    Object apply(Object[] arguments);
  }

  private final Map<String, List<CelOverloadDecl>> declarations = new LinkedHashMap<>();
  private final Map<String, List<CelFunctionBinding>> bindings = new LinkedHashMap<>();

  // CEL wants functions to be immutable; ours only cache, and one thread calls them.
  @SuppressWarnings("Immutable")
  void add(String name, ValueKind result, List<ValueKind> arguments, Body body) {
    List<CelType> types = arguments.stream().map(ValueKind::celType).toList();
    List<CelOverloadDecl> overloads = declarations.computeIfAbsent(name, n -> new ArrayList<>());
    String id = "mapping" + name + "_" + declarations.size() + "_" + overloads.size();
    overloads.add(CelOverloadDecl.newGlobalOverload(id, result.celType(), types));
    List<Class<?>> classes = new ArrayList<>();
    arguments.forEach(argument -> classes.add(argument.javaType()));
    bindings
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(CelFunctionBinding.from(id, classes, body::apply));
  }

  List<CelFunctionDecl> declarations() {
    List<CelFunctionDecl> all = new ArrayList<>();
    declarations.forEach(
        (name, overloads) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
    return all;
  }

  List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> all = new ArrayList<>();
    bindings.forEach(
        (name, overloads) -> {
          // Operators have their dispatcher already; a function needs one of its own.
          boolean operator = name.startsWith("_");
          all.addAll(
              operator
                  ? overloads
                  : List.copyOf(CelFunctionBinding.fromOverloads(name, overloads)));
        });
    return all;
  }
}
