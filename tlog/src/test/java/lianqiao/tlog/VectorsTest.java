package lianqiao.tlog;

import static lianqiao.tlog.Vectors.bytes;
import static lianqiao.tlog.Vectors.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The known answers: those of Certificate Transparency, those of the specifications, those of the small log. */
class VectorsTest {
    private static final String RECEIPT = """
            c2sp.org/tlog-proof@v1
            extra ZW50cnktMw==
            index 3
            BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=
            LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk=
            5CnFtcyqlSPDcpfxhGdm+QMTfoIZXFGZ5r5XEw0QBsg=

            lianqiao.example/log/2027
            7
            kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=

            \u2014 lianqiao.example/log/2027 RFsx2ltYDD3mK7/jWrUlEC7OxqCf7lKpSdSeZvh5geiztO8CSvKZobz4NH+p7IUpJ2XfTmTXigTL8W/rpIV5QIF94wk=
            \u2014 witness.example/w1 IDJKvgAAAABrSdIAh7f7QWovRFX8EcTGEidVkc99XBhAR0ci0GrjfnCoprVQc+gWz9fvTywDJVzW+C8EamH99BQe5kpoefkuYkiFAA==
            """;

    private static final String REQUEST = """
            old 3
            BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=
            J0ebarMh0u5HdFL2i6UndI6GPK/o+9HfK/idFXDRtpc=
            LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk=
            5CnFtcyqlSPDcpfxhGdm+QMTfoIZXFGZ5r5XEw0QBsg=

            lianqiao.example/log/2027
            7
            kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=

            \u2014 lianqiao.example/log/2027 RFsx2ltYDD3mK7/jWrUlEC7OxqCf7lKpSdSeZvh5geiztO8CSvKZobz4NH+p7IUpJ2XfTmTXigTL8W/rpIV5QIF94wk=
            """;

    private final RandomTrees small = new RandomTrees(Vectors.ENTRIES);

    @Test void theClassicTreeOfCertificateTransparencyHasItsEightRoots() {
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new Tree();
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", tree.root().hex());
        for (int i = 0; i < 8; i++) {
            tree.append(Hash.ofLeaf(hex(leaves.get(i))));
            assertEquals(roots.get(i), tree.root().hex());
        }
    }

    @Test void theExampleOfTheSpecificationVerifies() {
        var key = VerifierKey.read("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").orThrow();
        var note = SignedNote.read(bytes("This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")).orThrow();
        assertTrue(key.isNamedIn(note.lines().getFirst()));
        assertTrue(key.verifies(note.text(), note.lines().getFirst()));
    }

    @Test void theKeysOfTheSmallLogAreTheKnownOnesAlsoWithAPlusInTheirBase64() {
        assertEquals("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8", java.util.HexFormat.of().formatHex(Vectors.LOG.verifier().raw()));
        assertEquals("lianqiao.example/log/2027+445b31da+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4", Vectors.LOG.verifier().vkey());
        assertEquals("witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X", Vectors.WITNESS.verifier().vkey());
        assertEquals(Vectors.LOG.verifier(), VerifierKey.read(Vectors.LOG.verifier().vkey()).orThrow());
        assertEquals(Vectors.LOG.verifier(), SigningKey.read(Vectors.LOG.encode() + "\n").orThrow().verifier());
    }

    @Test void theSmallLogHasTheKnownLeavesAndRoots() {
        var leaves = List.of("40766b2033429026f53d54502679a839706b4741f8dcaf3a8bba5f41b5ffe075", "e868811a482c27d50b6d45dde79c465d6adb9b06645100477a90cf3d8518898b",
                "049d7dcdb56bcfebd313304c9839f196a3d4b6ef3bdc0b08298f93ac8191f0a8", "27479b6ab321d2ee477452f68ba527748e863cafe8fbd1df2bf89d1570d1b697",
                "194bb5a2d5bd10e5d1aa6fd5d42980b356caf1da623cd9987c4bfa2f81771ed7", "514158527515064c7bbd35b44c9f11addcfc38b439554fc9bb0d8b7c661c3e8f",
                "0cfda576ff4b29ea33c3afdaeed1bd637eb654b28a04302fcab5fd7db07801cc");
        var roots = List.of(leaves.getFirst(), "2f27a5082c1d42afa488ac350a9fc4390c084f54f71ecdff859e98db8429b479",
                "a64bf26e09128f6fe2fe6f8b2d8c801e166b57c047a7cd9b2b809e7a96a2f1cb", "256b9e8825e5d370a4ae005d0901ea291977e2927f5cf8e3e72660dd09519edb",
                "1aa68d3074905a581f84cbbd0f753794904fd80451bc4c13e69d9a53bc59502c", "08783a523d260480de2ccf0976d7411ed8adaf06f75d5a5de2254c58f968eca9",
                "9139601cc1ca8ab2a7a0c2c134c04845f2b1ba549a83d6c845cfcda439cc585d");
        for (int i = 0; i < 7; i++) {
            assertEquals(leaves.get(i), small.leaf(i).hex());
            assertEquals(roots.get(i), small.root(i + 1).hex());
            assertEquals(roots.get(i), Vectors.tree(Vectors.ENTRIES.subList(0, i + 1)).root().hex());
        }
    }

    @Test void theReceiptOfEntryThreeIsWrittenByteForByteAndVerifies() throws Exception {
        var note = Vectors.checkpoint(Vectors.ENTRIES);
        var cosigned = note.with(Cosignature.sign(note.text(), Vectors.TIME, Vectors.WITNESS).line());
        var receipt = Receipt.of(Vectors.ENTRIES.get(3), InclusionProof.of(3, 7, small.subtrees()), cosigned);
        assertEquals(RECEIPT, new String(receipt.encode(), StandardCharsets.UTF_8));
        var policy = Policy.of(Vectors.LOG.verifier(), List.of(Vectors.WITNESS.verifier()), 1);
        var proven = Receipt.read(bytes(RECEIPT)).then(read -> read.check(policy)).orThrow();
        assertEquals("entry-3", new String(proven.entry(), StandardCharsets.UTF_8));
        assertEquals(Vectors.TIME, proven.opened().lastSeen().getAsLong());
    }

    @Test void theRequestToTheWitnessIsWrittenByteForByteAndSigned() throws Exception {
        var proof = ConsistencyProof.of(3, 7, small.subtrees());
        var request = new AddCheckpoint(3, proof.hashes(), Vectors.checkpoint(Vectors.ENTRIES));
        assertEquals(REQUEST, new String(request.encode(), StandardCharsets.UTF_8));
        assertEquals("[5CnFtcyqlSPDcpfxhGdm+QMTfoIZXFGZ5r5XEw0QBsg=]", ConsistencyProof.of(4, 7, small.subtrees()).hashes().toString());
        var seen = new Witness.Seen(new Checkpoint(Vectors.ORIGIN, 3, small.root(3)), Vectors.checkpoint(Vectors.ENTRIES.subList(0, 3)));
        var answer = new Witness(Vectors.WITNESS, List.of(Vectors.LOG.verifier())).decide(bytes(REQUEST), _ -> java.util.Optional.of(seen), Vectors.TIME);
        var signed = (Witness.Answer.Signed) answer;
        assertEquals(RECEIPT.lines().toList().getLast() + "\n", signed.cosignature().line().encode());
    }

    @Test void theExamplesOfPathsAndWidthsAreThoseOfTheSpecification() {
        assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
        assertEquals("tile/3/007.p/5", new Tile(3, 7, 5).path());
        assertEquals("tile/entries/x001/000.p/1", new Tile(0, 1000, 1).bundlePath());
        assertEquals("[tile/0/000, tile/1/000.p/1]", Tile.all(256).toString());
        assertEquals(274 + 2 + 1, Tile.all(70_000).size());
        assertEquals(new Tile(0, 273, 112), Tile.all(70_000).get(273));
        assertEquals("[tile/1/001.p/17, tile/2/000.p/1]", Tile.all(70_000).subList(275, 277).toString());
        assertEquals(3907 + 16 + 1, Tile.all(1_000_000).size());
        assertEquals("tile/2/000.p/15", Tile.all(1_000_000).getLast().path());
        assertEquals("[tile/0/000.p/4]", Tile.between(3, 4).toString());
        assertEquals("[tile/0/001.p/2]", Tile.between(256, 258).toString());
    }
}
