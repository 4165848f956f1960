import Domain
import FoundationEssentials
import Testing

struct RunnerLabelsTests {
    @Test func labelsAreSortedInLowerCaseAndEachOnce() throws {
        #expect(try RunnerLabels(["linux", "GPU", "gpu", "arch:arm64"]).sorted == ["arch:arm64", "gpu", "linux"])
        #expect(try RunnerLabels(line: " gpu,linux  rack=1/2,").sorted == ["gpu", "linux", "rack=1/2"])
        #expect(try RunnerLabels(line: " ") == .none)
    }

    @Test(arguments: [
        "", " ", "two words", "-gpu", "ü", "gpu\u{0}", "a\nb", "gpu,cpu", "<b>", String(repeating: "a", count: 64),
    ])
    func whatIsNoLabelIsRefused(text: String) {
        #expect(throws: InvalidValue.self) { try RunnerLabels(["gpu", text]) }
    }

    @Test func thereAreTwentyAtMost() throws {
        let twenty = (1...20).map { "label-\($0)" }
        #expect(try RunnerLabels(twenty + ["LABEL-1"]).sorted.count == 20)
        #expect(throws: InvalidValue("must have at most 20 labels")) { try RunnerLabels(twenty + ["one-more"]) }
    }

    @Test func aRunnerMustHaveAllThatIsAskedFor() throws {
        let labels = try RunnerLabels(["gpu", "linux"])
        #expect(labels.include(.none) && RunnerLabels.none.include(.none))
        #expect(try labels.include(RunnerLabels(["GPU"])) && labels.include(labels))
        #expect(try !labels.include(RunnerLabels(["gpu", "arm64"])))
        #expect(!RunnerLabels.none.include(labels))
    }

    @Test func theyAreCodedAsTexts() throws {
        let labels = try RunnerLabels(["linux", "gpu"])
        let data = try JSONEncoder().encode(labels)
        #expect(String(decoding: data, as: UTF8.self) == #"["gpu","linux"]"#)
        #expect(try JSONDecoder().decode(RunnerLabels.self, from: data) == labels)
    }
}
