import java.io.File;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF on the files named after two standards: a line for each rule that a file breaks. */
public class PeriksaPdf {
  public static void main(String[] words) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String standard : words[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
      for (int n = 1; n < words.length; n++) {
        look(standard, flavour, new File(words[n]));
      }
    }
  }

  private static void look(String standard, PDFAFlavour flavour, File file) throws Exception {
    TreeSet<String> broken = new TreeSet<>();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          broken.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber());
        }
      }
      System.out.println(
          standard + "\t" + file + "\t" + (result.isCompliant() ? "" : String.join(" ", broken)));
    }
  }
}
