namespace HogTrace.Bytecode;

/// <summary>The rules that a program can break. Numbers are stable: 1xxx on the wire, 2xxx in the code.</summary>
public enum RejectionCode
{
    /// <summary>The bytes are no message of a known schema.</summary>
    MalformedMessage = 1001,

    /// <summary>The message is longer than a program may be.</summary>
    MessageTooLong = 1002,

    /// <summary>The bytecode version is not known.</summary>
    UnknownVersion = 1003,

    /// <summary>The pool has more constants than a program may have.</summary>
    TooManyConstants = 1004,

    /// <summary>A constant has no value.</summary>
    ConstantWithoutValue = 1005,

    /// <summary>Text is not UTF-8.</summary>
    InvalidUtf8 = 1006,

    /// <summary>A string is longer than a string may be.</summary>
    StringTooLong = 1007,

    /// <summary>The program has more probes than a program may have.</summary>
    TooManyProbes = 1008,

    /// <summary>A probe has no id.</summary>
    EmptyProbeId = 1009,

    /// <summary>Two probes have one id.</summary>
    DuplicateProbeId = 1010,

    /// <summary>A probe does not say where it stands.</summary>
    ProbeWithoutSpec = 1011,

    /// <summary>A probe stands neither at entry nor at exit.</summary>
    UnknownTarget = 1012,

    /// <summary>A probe's code is longer than code may be.</summary>
    CodeTooLong = 1013,

    /// <summary>A sampling rate is not in (0, 1].</summary>
    InvalidSampling = 1014,

    /// <summary>The source positions are not triples of varints in ascending order within code and source.</summary>
    MalformedPositions = 1015,

    /// <summary>A list of programs where one program is wanted, or none.</summary>
    NotOneProgram = 1016,

    /// <summary>The program of a list has no code.</summary>
    ListedProgramWithoutCode = 1017,

    /// <summary>A list names more programs than it may.</summary>
    TooManyPrograms = 1018,

    /// <summary>No instruction has that byte.</summary>
    UnknownOpcode = 2001,

    /// <summary>The instruction is of a later version than the program.</summary>
    OpcodeOfLaterVersion = 2002,

    /// <summary>No program may use the instruction.</summary>
    ForbiddenOpcode = 2003,

    /// <summary>The code ends within the instruction.</summary>
    TruncatedInstruction = 2004,

    /// <summary>The pool has no such constant.</summary>
    ConstantOutOfRange = 2005,

    /// <summary>The constant is of a kind that the instruction can't use.</summary>
    WrongConstantKind = 2006,

    /// <summary>Operand n has bits that mean nothing.</summary>
    InvalidCount = 2007,

    /// <summary>A jump lands outside the code or within an instruction.</summary>
    InvalidJumpTarget = 2008,

    /// <summary>The instruction pops more than is there.</summary>
    StackUnderflow = 2009,

    /// <summary>The stack is deeper than it may be.</summary>
    StackOverflow = 2010,

    /// <summary>Paths meet with different stacks.</summary>
    StackMismatch = 2011,

    /// <summary>The code leaves too few or too many values.</summary>
    WrongFinalDepth = 2012,

    /// <summary>The request store itself is used as a value.</summary>
    ProxyAsValue = 2013,

    /// <summary>An attribute of something else than the request store is set.</summary>
    SetAttrOnValue = 2014,

    /// <summary>A name that has a value only at exit is read at entry.</summary>
    ExitOnlyName = 2015,

    /// <summary>The function table has no such function.</summary>
    UnknownFunction = 2016,

    /// <summary>The function does not take that many arguments.</summary>
    WrongArity = 2017,

    /// <summary>A capture stands in a predicate.</summary>
    CaptureInPredicate = 2018,

    /// <summary>CallNamed names a function that takes no names.</summary>
    NotNameable = 2019,

    /// <summary>The name of a captured field is not pushed by PushConst of a String.</summary>
    FieldNameNotConstant = 2020,

    /// <summary>A capture has two fields of one name.</summary>
    DuplicateFieldName = 2021,
}
