import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Ask veraPDF whether each file keeps each standard: one line a verdict, then the rules that failed. */
public class PdfVerdict {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String name : new String[] {"ua1", "2a"}) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
                try (FileInputStream bytes = new FileInputStream(file);
                        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
                    ValidationResult verdict =
                            Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
                    System.out.println((verdict.isCompliant() ? "PASS " : "FAIL ") + name + " " + file);
                    for (TestAssertion fault : verdict.getTestAssertions()) {
                        System.out.println("  " + fault.getRuleId().getClause() + " " + fault.getMessage());
                    }
                }
            }
        }
    }
}
