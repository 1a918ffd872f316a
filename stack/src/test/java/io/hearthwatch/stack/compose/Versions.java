package io.hearthwatch.stack.compose;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The properties of the parent pom, the one place where versions stand. */
record Versions(Map<String, String> values) {

  static Versions of(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    Map<String, String> values = new HashMap<>();
    for (Node node = document.getDocumentElement().getFirstChild();
        node != null;
        node = node.getNextSibling()) {
      if (node.getNodeName().equals("properties")) {
        for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
          if (each instanceof Element) {
            values.put(each.getNodeName(), each.getTextContent());
          }
        }
      }
    }
    return new Versions(values);
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The parent pom has no property " + name);
    }
    return value;
  }
}
