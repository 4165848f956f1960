/// How the week went for an organization, as the API shows it beside the list.
package struct SessionStats: Equatable, Sendable {
    package let mergesPastWeek: Int
    package let authorsPastWeek: Int
    package let humansPastWeek: Int
    package let humansPromptingNow: Int

    package init(mergesPastWeek: Int, authorsPastWeek: Int, humansPastWeek: Int, humansPromptingNow: Int) {
        self.mergesPastWeek = mergesPastWeek
        self.authorsPastWeek = authorsPastWeek
        self.humansPastWeek = humansPastWeek
        self.humansPromptingNow = humansPromptingNow
    }
}
