/// Amounts in answers.
extension MoneyRules {
    static let replies: [AdapterRule] = [
        replyForms, replyJunk, replyExact, replyBounds, replyOtherAmount, replyCurrency, replyMissing,
    ]

    static let replyForms = AdapterRule("money.reply.forms", forms, needs: .amountInReplies) { subject in
        try checkForms(of: try subject.repliesWithAmounts())
    }

    static let replyJunk = AdapterRule("money.reply.junk", junk, needs: .amountInReplies) { subject in
        try checkJunk(of: try subject.repliesWithAmounts())
    }

    static let replyExact = AdapterRule("money.reply.exact", exact, needs: .amountInReplies) { subject in
        try checkExact(of: try subject.repliesWithAmounts())
    }

    static let replyBounds = AdapterRule("money.reply.bounds", bounds, needs: .amountInReplies) { subject in
        try checkBounds(of: try subject.repliesWithAmounts())
    }

    static let replyOtherAmount = AdapterRule("money.reply.other-amount", otherAmount, needs: .amountInReplies) {
        subject in
        try checkOtherAmounts(of: try subject.repliesWithAmounts())
    }

    static let replyCurrency = AdapterRule("money.reply.currency", otherCurrency, needs: .moneyInReplies) { subject in
        try checkOtherCurrencies(of: try subject.repliesWithAmounts())
    }

    static let replyMissing = AdapterRule("money.reply.missing", missing, needs: .amountInReplies) { subject in
        try checkMissing(in: try subject.repliesWithAmounts())
    }
}
