/// What an answer says is taken as it stands; what it does not say is never guessed.
enum ReplyRules {
    static let all = payments + words + fields + damages + statuses + errors + pages + lists
}
